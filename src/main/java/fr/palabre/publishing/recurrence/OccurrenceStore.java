package fr.palabre.publishing.recurrence;

import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of occurrences: one a date, whatever became of its content. */
@Component
class OccurrenceStore {
  private final JdbcClient jdbc;

  OccurrenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, Occurrence made) {
    jdbc.sql("""
            insert into publishing_occurrence (workspace_id, recurrence_id, local_date, content_id,
                                               made_hash, made_local)
            values (:workspace, :recurrence, :date, :content, :hash, :local)
            """)
        .param("workspace", workspace.value())
        .param("recurrence", made.recurrence().value())
        .param("date", made.date())
        .param("content", made.content() == null ? null : made.content().value())
        .param("hash", made.hash())
        .param("local", made.at())
        .update();
  }

  Set<LocalDate> dates(WorkspaceId workspace, RecurrenceId id) {
    return jdbc.sql("""
            select local_date from publishing_occurrence
             where workspace_id = :workspace and recurrence_id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> row.getObject(1, LocalDate.class)).stream()
        .collect(Collectors.toSet());
  }

  List<Occurrence> since(WorkspaceId workspace, RecurrenceId id, LocalDate from) {
    return jdbc.sql("""
            select * from publishing_occurrence
             where workspace_id = :workspace and recurrence_id = :id and local_date >= :from
             order by local_date
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("from", from)
        .query((row, _) -> occurrence(row))
        .list();
  }

  Optional<Occurrence> of(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select * from publishing_occurrence
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> occurrence(row))
        .optional();
  }

  /** The date is free again: it is made anew where the rule still says so. */
  void forget(WorkspaceId workspace, Occurrence occurrence) {
    jdbc.sql("""
            delete from publishing_occurrence
             where workspace_id = :workspace and recurrence_id = :id and local_date = :date
            """)
        .param("workspace", workspace.value())
        .param("id", occurrence.recurrence().value())
        .param("date", occurrence.date())
        .update();
  }

  void handOver(WorkspaceId workspace, Occurrence occurrence, RecurrenceId to) {
    jdbc.sql("""
            update publishing_occurrence set recurrence_id = :to
             where workspace_id = :workspace and recurrence_id = :id and local_date = :date
            """)
        .param("to", to.value())
        .param("workspace", workspace.value())
        .param("id", occurrence.recurrence().value())
        .param("date", occurrence.date())
        .update();
  }

  private static Occurrence occurrence(ResultSet row) throws SQLException {
    var content = uuidOrNull(row, "content_id");
    return new Occurrence(new RecurrenceId(uuid(row, "recurrence_id")),
        row.getObject("local_date", LocalDate.class),
        content == null ? null : new ContentId(content), row.getString("made_hash"),
        row.getObject("made_local", LocalDateTime.class));
  }
}
