package fr.palabre.publishing;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.AdaptationProgress;
import fr.palabre.editorial.AdaptationProgress.Status;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.PostsRead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices posts that were deleted on their network, not from here. */
@Component
public class Vanished {
  private final JdbcClient jdbc;
  private final Contents contents;

  Vanished(JdbcClient jdbc, Contents contents) {
    this.jdbc = jdbc;
    this.contents = contents;
  }

  /** Since when its network no longer shows it; empty while it does. */
  @Transactional(readOnly = true)
  public Optional<Instant> since(ScheduledPost post) {
    return jdbc.sql("""
            select gone_at from publishing_post where workspace_id = :workspace and id = :id
            """)
        .param("workspace", post.workspace().value())
        .param("id", post.id().value())
        .query((row, _) -> Optional.ofNullable(instantOrNull(row, "gone_at")))
        .single();
  }

  /** Those of these that their network no longer shows. */
  @Transactional(readOnly = true)
  public Set<PostId> among(WorkspaceId workspace, Collection<ScheduledPost> posts) {
    return Set.copyOf(jdbc.sql("""
            select id from publishing_post
             where workspace_id = :workspace and id = any(:ids) and gone_at is not null
            """)
        .param("workspace", workspace.value())
        .param("ids", posts.stream().map(p -> p.id().value()).toArray(UUID[]::new))
        .query((row, _) -> new PostId(uuid(row, "id")))
        .list());
  }

  @EventListener
  @Transactional
  void on(PostsRead read) {
    var changed = changed(read);
    // Each content is taken before its post, as by whoever tells it something.
    changed.forEach(c -> contents.progressed(read.workspace(), c.adaptation(),
        new AdaptationProgress(c.gone() ? Status.VANISHED : Status.PUBLISHED, null, null, "",
            c.publishedAt())));
    note(read, changed);
  }

  private void note(PostsRead read, List<Changed> changed) {
    if (changed.isEmpty()) return;
    jdbc.sql("""
            update publishing_post
               set gone_at = case when remote_id = any(:missing)
                                  then coalesce(gone_at, :at) end
             where workspace_id = :workspace and id = any(:ids)
            """)
        .param("workspace", read.workspace().value())
        .param("missing", read.missing().toArray(String[]::new))
        .param("ids", changed.stream().map(c -> c.post().value()).toArray(UUID[]::new))
        .param("at", at(read.at()))
        .update();
  }

  private record Changed(
      PostId post, AdaptationId adaptation, boolean gone, Instant publishedAt) {}

  private List<Changed> changed(PostsRead read) {
    return jdbc.sql("""
            select id, adaptation_id, gone_at is null as gone, published_at
              from publishing_post
             where workspace_id = :workspace and account_id = :account and state = 'OUT'
               and (remote_id = any(:missing) and gone_at is null
                 or remote_id = any(:shown) and gone_at is not null)
             order by content_id
            """)
        .param("workspace", read.workspace().value())
        .param("account", read.account().value())
        .param("missing", read.missing().toArray(String[]::new))
        .param("shown", read.shown().keySet().toArray(String[]::new))
        .query((row, _) -> new Changed(new PostId(uuid(row, "id")),
            new AdaptationId(uuid(row, "adaptation_id")), row.getBoolean("gone"),
            instant(row, "published_at")))
        .list();
  }
}
