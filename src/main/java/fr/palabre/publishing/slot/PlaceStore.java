package fr.palabre.publishing.slot;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contents in queues, and of the moments they hold. */
@Component
class PlaceStore {
  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that wait without a date first in their turn, then those from a moment on. */
  List<Row> of(WorkspaceId workspace, QueueId queue, LocalDateTime from, int atMost) {
    return jdbc.sql("""
            select content_id, local_at from publishing_queue_place
             where workspace_id = :workspace and queue_id = :queue
               and (local_at is null or local_at >= :from)
             order by local_at nulls first, turn, placed_at
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("queue", queue.value())
        .param("from", from)
        .param("atMost", atMost)
        .query((row, _) -> new Row(new ContentId(uuid(row, "content_id")),
            row.getObject("local_at", LocalDateTime.class)))
        .list();
  }

  Optional<QueueId> queueOf(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select queue_id from publishing_queue_place
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> new QueueId(uuid(row, "queue_id")))
        .optional();
  }

  /** Puts the content in the queue, without a moment. */
  void enter(WorkspaceId workspace, QueueId queue, ContentId content, int turn, Instant now) {
    jdbc.sql("""
            insert into publishing_queue_place (workspace_id, content_id, queue_id, turn, placed_at)
            values (:workspace, :content, :queue, :turn, :now)
            on conflict (workspace_id, content_id)
            do update set queue_id = excluded.queue_id, local_at = null, turn = excluded.turn,
                          placed_at = excluded.placed_at
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("queue", queue.value())
        .param("turn", turn)
        .param("now", at(now))
        .update();
    release(workspace, content);
  }

  void stand(WorkspaceId workspace, ContentId content, LocalDateTime local) {
    jdbc.sql("""
            update publishing_queue_place set local_at = :local, turn = 0
             where workspace_id = :workspace and content_id = :content
            """)
        .param("local", local)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
  }

  void leave(WorkspaceId workspace, ContentId content) {
    jdbc.sql("""
            delete from publishing_queue_place
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
  }

  void release(WorkspaceId workspace, ContentId content) {
    jdbc.sql("""
            delete from publishing_queue_taken
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
  }

  /** Waits for whoever is taking the same moment. @return who holds it; null if it is ours now */
  @Nullable ContentId take(WorkspaceId workspace, AccountId account, LocalDateTime local,
      ContentId content) {
    var taken = jdbc.sql("""
            insert into publishing_queue_taken (workspace_id, account_id, local_at, content_id)
            values (:workspace, :account, :local, :content)
            on conflict (workspace_id, account_id, local_at) do nothing
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("local", local)
        .param("content", content.value())
        .update();
    if (taken == 1) return null;
    // Whoever held it may have let go since: then it is asked for again.
    return holder(workspace, account, local)
        .orElseGet(() -> take(workspace, account, local, content));
  }

  private Optional<ContentId> holder(WorkspaceId workspace, AccountId account, LocalDateTime local) {
    return jdbc.sql("""
            select content_id from publishing_queue_taken
             where workspace_id = :workspace and account_id = :account and local_at = :local
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("local", local)
        .query((row, _) -> new ContentId(uuid(row, "content_id")))
        .optional();
  }

  /** Takes over from one who went elsewhere. @return false if another was quicker */
  boolean takeOver(WorkspaceId workspace, AccountId account, LocalDateTime local, ContentId from,
      ContentId content) {
    return 1 == jdbc.sql("""
            update publishing_queue_taken set content_id = :content
             where workspace_id = :workspace and account_id = :account and local_at = :local
               and content_id = :from
            """)
        .param("content", content.value())
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("local", local)
        .param("from", from.value())
        .update();
  }

  record Row(ContentId content, @Nullable LocalDateTime at) {}
}
