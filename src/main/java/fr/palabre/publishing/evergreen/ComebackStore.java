package fr.palabre.publishing.evergreen;

import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what came back: one an hour, whatever became of its content. */
@Component
class ComebackStore {
  private final JdbcClient jdbc;

  ComebackStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, Comeback made) {
    jdbc.sql("""
            insert into publishing_comeback (workspace_id, evergreen_id, local_at, model_id,
                                             content_id, made_hash)
            values (:workspace, :queue, :at, :model, :copy, :hash)
            """)
        .param("workspace", workspace.value())
        .param("queue", made.queue().value())
        .param("at", made.at())
        .param("model", made.model().value())
        .param("copy", made.copy() == null ? null : made.copy().value())
        .param("hash", made.hash())
        .update();
  }

  /** All that came back by a queue, and of its contents by others, in their order. */
  List<Comeback> around(WorkspaceId workspace, EvergreenId queue) {
    return jdbc.sql("""
            select * from publishing_comeback
             where workspace_id = :workspace
               and (evergreen_id = :queue
                    or model_id in (select content_id from publishing_evergreen_content
                                     where workspace_id = :workspace and evergreen_id = :queue))
             order by local_at
            """)
        .param("workspace", workspace.value())
        .param("queue", queue.value())
        .query((row, _) -> comeback(row))
        .list();
  }

  /** The model that a content is a copy of. */
  Optional<ContentId> modelOf(WorkspaceId workspace, ContentId copy) {
    return jdbc.sql("""
            select model_id from publishing_comeback
             where workspace_id = :workspace and content_id = :copy
            """)
        .param("workspace", workspace.value())
        .param("copy", copy.value())
        .query((row, _) -> new ContentId(uuid(row, "model_id")))
        .optional();
  }

  /** The hour is free again: it is filled anew where it still stands. */
  void forget(WorkspaceId workspace, Comeback made) {
    jdbc.sql("""
            delete from publishing_comeback
             where workspace_id = :workspace and evergreen_id = :queue and local_at = :at
            """)
        .param("workspace", workspace.value())
        .param("queue", made.queue().value())
        .param("at", made.at())
        .update();
  }

  private static Comeback comeback(ResultSet row) throws SQLException {
    var copy = uuidOrNull(row, "content_id");
    return new Comeback(new EvergreenId(uuid(row, "evergreen_id")),
        row.getObject("local_at", LocalDateTime.class), new ContentId(uuid(row, "model_id")),
        copy == null ? null : new ContentId(copy), row.getString("made_hash"));
  }
}
