package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the demonstration's contents have been written before it began. */
@Component
class DemoTimes {
  private final JdbcClient jdbc;

  DemoTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void back(WorkspaceId workspace, ContentId id, Instant then) {
    set("editorial_content set created_at = :then, updated_at = :then, "
        + "submitted_at = case when submitted_at is null then null else :then end where id",
        workspace, id, then);
    set("editorial_version set begun_at = :then, at = :then where content_id", workspace, id,
        then);
    set("editorial_decision set at = :then where content_id", workspace, id, then);
  }

  private void set(String update, WorkspaceId workspace, ContentId id, Instant then) {
    jdbc.sql("update " + update + " = :id and workspace_id = :workspace")
        .param("then", at(then))
        .param("id", id.value())
        .param("workspace", workspace.value())
        .update();
  }
}
