package fr.palabre.publishing;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.Rewriting.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of messages that were changed or deleted on their network. */
@Component
class RewritingStore {
  private final JdbcClient jdbc;

  RewritingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Rewriting> of(WorkspaceId workspace, PostId post) {
    return jdbc.sql("""
            select * from publishing_rewritten where workspace_id = :workspace and post_id = :post
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .query((row, _) -> rewriting(row))
        .list();
  }

  /** Those nothing was decided about, only the first of a post that is gone; latest first. */
  List<Rewriting> open(WorkspaceId workspace, int atMost) {
    return jdbc.sql("""
            select r.* from publishing_rewritten r
              join publishing_post p on p.workspace_id = r.workspace_id and p.id = r.post_id
             where r.workspace_id = :workspace and r.answer is null
               and p.state = 'OUT' and (p.gone_at is null or r.remote_id = p.remote_id)
             order by r.seen_at desc
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("atMost", atMost)
        .query((row, _) -> rewriting(row))
        .list();
  }

  List<Rewriting> among(WorkspaceId workspace, Collection<ScheduledPost> posts) {
    return jdbc.sql("""
            select * from publishing_rewritten
             where workspace_id = :workspace and post_id = any(:posts)
            """)
        .param("workspace", workspace.value())
        .param("posts", posts.stream().map(p -> p.id().value()).toArray(UUID[]::new))
        .query((row, _) -> rewriting(row))
        .list();
  }

  /** Words read again as they were keep what was decided about them. */
  void seen(WorkspaceId workspace, PostId post, String remoteId, @Nullable String words,
      Instant now) {
    jdbc.sql("""
            insert into publishing_rewritten (workspace_id, post_id, remote_id, words, seen_at)
            values (:workspace, :post, :message, :words, :now)
            on conflict (workspace_id, post_id, remote_id) do update
               set words = excluded.words, seen_at = excluded.seen_at,
                   answer = null, answered_at = null
             where publishing_rewritten.words is distinct from excluded.words
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("message", remoteId)
        .param("words", words)
        .param("now", at(now))
        .update();
  }

  void forget(WorkspaceId workspace, Rewriting r) {
    jdbc.sql("""
            delete from publishing_rewritten
             where workspace_id = :workspace and post_id = :post and remote_id = :message
            """)
        .param("workspace", workspace.value())
        .param("post", r.post().value())
        .param("message", r.remoteId())
        .update();
  }

  /** @return false if there is none, somebody decided meanwhile, or nothing is there to replace */
  boolean answer(WorkspaceId workspace, PostId post, String remoteId, Answer answer, Instant now) {
    return jdbc.sql("""
            update publishing_rewritten set answer = :answer, answered_at = :now
             where workspace_id = :workspace and post_id = :post and remote_id = :message
               and answer is null and (:answer = 'KEPT' or words is not null)
            """)
        .param("workspace", workspace.value())
        .param("post", post.value())
        .param("message", remoteId)
        .param("answer", answer.name())
        .param("now", at(now))
        .update() == 1;
  }

  void ask(WorkspaceId workspace, Rewriting r) {
    jdbc.sql("""
            update publishing_rewritten set answer = null, answered_at = null
             where workspace_id = :workspace and post_id = :post and remote_id = :message
            """)
        .param("workspace", workspace.value())
        .param("post", r.post().value())
        .param("message", r.remoteId())
        .update();
  }

  private static Rewriting rewriting(ResultSet row) throws SQLException {
    var answer = row.getString("answer");
    return new Rewriting(new PostId(uuid(row, "post_id")), row.getString("remote_id"),
        row.getString("words"), instant(row, "seen_at"), answer == null ? null : Answer.valueOf(answer),
        instantOrNull(row, "answered_at"));
  }
}
