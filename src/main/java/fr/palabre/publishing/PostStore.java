package fr.palabre.publishing;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of scheduled posts. */
@Component
class PostStore {
  private final JdbcClient jdbc;

  PostStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ScheduledPost p, Instant now) {
    jdbc.sql("""
            insert into publishing_post (workspace_id, id, content_id, adaptation_id, account_id,
                content_hash, title, excerpt, parts, local_at, zone, due_at, shift, state,
                late_minutes, late_then, created_at, look_at)
            values (:workspace, :id, :content, :adaptation, :account, :hash, :title, :excerpt,
                :parts, :local, :zone, :due, :shift, :state, :late, :then, :now, :now)
            """)
        .param("workspace", p.workspace().value())
        .param("id", p.id().value())
        .param("content", p.content().value())
        .param("adaptation", p.adaptation().value())
        .param("account", p.account().value())
        .param("hash", p.hash())
        .param("title", p.title())
        .param("excerpt", p.excerpt())
        .param("parts", p.parts())
        .param("local", p.when().local())
        .param("zone", p.when().zone().getId())
        .param("due", at(p.due()))
        .param("shift", p.when().shift().name())
        .param("state", p.state().name())
        .param("late", p.late().atMost().toMinutes())
        .param("then", p.late().then().name())
        .param("now", at(now))
        .update();
  }

  // Not among a list of one: the database plans anew, each time, how to look through a list.
  Optional<ScheduledPost> find(WorkspaceId workspace, PostId id) {
    return jdbc.sql("select * from publishing_post where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> post(row))
        .optional();
  }

  List<ScheduledPost> among(WorkspaceId workspace, Collection<UUID> ids) {
    return jdbc.sql("""
            select * from publishing_post where workspace_id = :workspace and id = any(:ids)
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> post(row))
        .list();
  }

  List<ScheduledPost> of(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and content_id = :content
               and state not in ('CANCELLED', 'SKIPPED')
             order by created_at, id
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> post(row))
        .list();
  }

  Optional<ScheduledPost> last(WorkspaceId workspace, ContentId content,
      AdaptationId adaptation) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and content_id = :content
               and adaptation_id = :adaptation
             order by created_at desc, id desc
             limit 1
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("adaptation", adaptation.value())
        .query((row, _) -> post(row))
        .optional();
  }

  /** What goes out from one instant until before another, soonest first. */
  List<ScheduledPost> due(WorkspaceId workspace, Instant from, Instant before, int atMost) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and state in ('WAITING', 'SENDING')
               and due_at >= :from and due_at < :before
             order by due_at, id
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("from", at(from))
        .param("before", at(before))
        .param("atMost", atMost)
        .query((row, _) -> post(row))
        .list();
  }

  List<ScheduledPost> lately(WorkspaceId workspace, Instant since, int atMost) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and state = 'OUT' and published_at >= :since
             order by published_at desc
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("since", at(since))
        .param("atMost", atMost)
        .query((row, _) -> post(row))
        .list();
  }

  /** Those of an account that are out under these names of its network. */
  List<ScheduledPost> out(WorkspaceId workspace, AccountId account, Collection<String> remoteIds) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and account_id = :account and state = 'OUT'
               and remote_id = any(:ids)
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("ids", remoteIds.toArray(String[]::new))
        .query((row, _) -> post(row))
        .list();
  }

  void move(ScheduledPost p, WallClock when) {
    jdbc.sql("""
            update publishing_post
               set local_at = :local, zone = :zone, due_at = :due, shift = :shift,
                   rules_changed = false, look_at = created_at
             where workspace_id = :workspace and id = :id
            """)
        .param("local", when.local())
        .param("zone", when.zone().getId())
        .param("due", at(when.instant()))
        .param("shift", when.shift().name())
        .param("workspace", p.workspace().value())
        .param("id", p.id().value())
        .update();
  }

  /** @return who asked for it to be deleted from its network, if somebody did */
  Optional<UserId> progress(ScheduledPost p, Progress now, Instant at) {
    return jdbc.sql("""
            update publishing_post
               set state = :state, remote_id = coalesce(:remote, remote_id),
                   permalink = coalesce(:permalink, permalink),
                   published_at = coalesce(published_at, :published)
             where workspace_id = :workspace and id = :id
            returning removal_by
            """)
        .param("state", now.state().name())
        .param("remote", now.remoteId())
        .param("permalink", now.permalink() == null ? null : now.permalink().toString())
        .param("published", atOrNull(now.state() == PostState.OUT ? at : null),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("workspace", p.workspace().value())
        .param("id", p.id().value())
        .query(UUID.class).optional().map(UserId::new);
  }

  void askRemoval(ScheduledPost p, UserId by) {
    jdbc.sql("""
            update publishing_post set removal_by = :by where workspace_id = :workspace and id = :id
            """)
        .param("by", by.value())
        .param("workspace", p.workspace().value())
        .param("id", p.id().value())
        .update();
  }

  /** Who asked for its deletion, if somebody did. */
  Optional<UserId> removalAskedBy(WorkspaceId workspace, PostId id) {
    return jdbc.sql("""
            select removal_by from publishing_post where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(UUID.class).optional().map(UserId::new);
  }

  /** @return false if that was known */
  boolean removed(WorkspaceId workspace, PostId id) {
    return jdbc.sql("""
            update publishing_post set state = 'REMOVED'
             where workspace_id = :workspace and id = :id and state <> 'REMOVED'
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update() == 1;
  }

  static ScheduledPost post(ResultSet row) throws SQLException {
    var link = row.getString("permalink");
    return new ScheduledPost(
        new PostId(uuid(row, "id")),
        new WorkspaceId(uuid(row, "workspace_id")),
        new ContentId(uuid(row, "content_id")),
        new AdaptationId(uuid(row, "adaptation_id")),
        new AccountId(uuid(row, "account_id")),
        row.getString("content_hash"),
        row.getString("title"),
        row.getString("excerpt"),
        row.getInt("parts"),
        new WallClock(row.getObject("local_at", LocalDateTime.class),
            ZoneId.of(row.getString("zone")), instant(row, "due_at"),
            WallClock.Shift.valueOf(row.getString("shift"))),
        new LateRule(Duration.ofMinutes(row.getInt("late_minutes")),
            LateRule.Then.valueOf(row.getString("late_then"))),
        PostState.valueOf(row.getString("state")),
        row.getString("remote_id"),
        link == null ? null : URI.create(link),
        instantOrNull(row, "published_at"));
  }
}
