package fr.palabre.publishing.evergreen;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contents in evergreen queues. */
@Component
class EntryStore {
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Evergreen> of(WorkspaceId workspace, EvergreenId queue) {
    return jdbc.sql("""
            select * from publishing_evergreen_content
             where workspace_id = :workspace and evergreen_id = :queue
             order by added_at, content_id
            """)
        .param("workspace", workspace.value())
        .param("queue", queue.value())
        .query((row, _) -> entry(row))
        .list();
  }

  Optional<Evergreen> find(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select * from publishing_evergreen_content
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> entry(row))
        .optional();
  }

  /** @return false if it stands in a queue already */
  boolean insert(WorkspaceId workspace, Evergreen entry) {
    return 1 == jdbc.sql("""
            insert into publishing_evergreen_content (workspace_id, content_id, evergreen_id, most,
                until_date, keeps_approval, added_by, added_at)
            values (:workspace, :content, :queue, :most, :until, :keeps, :by, :at)
            on conflict (workspace_id, content_id) do nothing
            """)
        .param("workspace", workspace.value())
        .param("content", entry.content().value())
        .param("queue", entry.queue().value())
        .param("most", entry.season().most(), Types.INTEGER)
        .param("until", entry.season().until(), Types.DATE)
        .param("keeps", entry.keepsApproval())
        .param("by", entry.by() == null ? null : entry.by().value())
        .param("at", at(entry.addedAt()))
        .update();
  }

  void change(WorkspaceId workspace, ContentId content, Season season, boolean keepsApproval) {
    jdbc.sql("""
            update publishing_evergreen_content
               set most = :most, until_date = :until, keeps_approval = :keeps
             where workspace_id = :workspace and content_id = :content
            """)
        .param("most", season.most(), Types.INTEGER)
        .param("until", season.until(), Types.DATE)
        .param("keeps", keepsApproval)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
  }

  void delete(WorkspaceId workspace, ContentId content) {
    jdbc.sql("""
            delete from publishing_evergreen_content
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
  }

  private static Evergreen entry(ResultSet row) throws SQLException {
    var by = uuidOrNull(row, "added_by");
    return new Evergreen(new ContentId(uuid(row, "content_id")),
        new EvergreenId(uuid(row, "evergreen_id")),
        new Season(row.getObject("most", Integer.class),
            row.getObject("until_date", LocalDate.class)),
        row.getBoolean("keeps_approval"), by == null ? null : new UserId(by),
        instant(row, "added_at"));
  }
}
