package fr.palabre.analytics.bilan;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.analytics.count.Period;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports and their frozen versions. */
@Component
class ReportStore {
  private static final String COLUMNS = """
      select r.*, (select count(*) from analytics_report_version v
                    where v.workspace_id = r.workspace_id and v.report_id = r.id) as frozen
        from analytics_report r
      """;
  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, UserId by, UUID id, Period period, Instant now) {
    jdbc.sql("""
            insert into analytics_report
                (workspace_id, id, from_day, to_day, written_by, written_at, created_at)
            values (:workspace, :id, :from, :to, :by, :now, :now)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("from", period.from())
        .param("to", period.to())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Latest period first. */
  List<Report> latest(WorkspaceId workspace, int limit) {
    return jdbc.sql(COLUMNS + """
             where r.workspace_id = :workspace
             order by r.to_day desc, r.from_day, r.id desc limit :limit
            """)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  List<Report> page(WorkspaceId workspace, @Nullable UUID before, int limit) {
    return jdbc.sql(COLUMNS + """
             where r.workspace_id = :workspace
               and (cast(:before as uuid) is null or r.id < :before)
             order by r.id desc limit :limit
            """)
        .param("workspace", workspace.value())
        .param("before", before)
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  boolean delete(WorkspaceId workspace, UUID id) {
    return 1 == jdbc.sql("""
            delete from analytics_report r
             where workspace_id = :workspace and id = :id and closed_at is null
               and not exists (select from analytics_report_version v
                                where v.workspace_id = r.workspace_id and v.report_id = r.id)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .update();
  }

  Optional<Report> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql(COLUMNS + " where r.workspace_id = :workspace and r.id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query(ReportStore::row)
        .optional();
  }

  Optional<Report> find(WorkspaceId workspace, Period period) {
    return jdbc.sql(COLUMNS + """
             where r.workspace_id = :workspace and r.from_day = :from and r.to_day = :to
             order by r.id limit 1
            """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("to", period.to())
        .query(ReportStore::row)
        .optional();
  }

  /** Only while it is open, and only over the words the writer had before their eyes. */
  Optional<Integer> write(WorkspaceId workspace, UserId by, UUID id, String words, int version,
      Instant now) {
    return jdbc.sql("""
            update analytics_report
               set words = :words, version = version + 1, written_by = :by, written_at = :now
             where workspace_id = :workspace and id = :id and version = :version
               and closed_at is null
            returning version
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("words", words)
        .param("version", version)
        .param("by", by.value())
        .param("now", at(now))
        .query(Integer.class)
        .optional();
  }

  /** False where it was so already. */
  boolean close(WorkspaceId workspace, UUID id, @Nullable Instant closedAt) {
    return 1 == jdbc.sql("""
            update analytics_report set closed_at = :closed::timestamptz
             where workspace_id = :workspace and id = :id
               and (closed_at is null) = (:closed::timestamptz is not null)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("closed", atOrNull(closedAt))
        .update();
  }

  void freeze(Member me, UUID id, int number, String hash, String body, Instant now) {
    jdbc.sql("""
            insert into analytics_report_version
                (workspace_id, report_id, number, frozen_at, frozen_by, hash, body)
            values (:workspace, :id, :number, :now, :by, :hash, :body)
            """)
        .param("workspace", me.tenant())
        .param("id", id)
        .param("number", number)
        .param("now", at(now))
        .param("by", me.userId())
        .param("hash", hash)
        .param("body", body)
        .update();
  }

  Optional<Kept> version(WorkspaceId workspace, UUID id, int number) {
    return jdbc.sql("""
            select number, frozen_at, hash, body from analytics_report_version
             where workspace_id = :workspace and report_id = :id and number = :number
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("number", number)
        .query((row, _) -> new Kept(row.getInt("number"), instant(row, "frozen_at"),
            row.getString("hash"), row.getString("body")))
        .optional();
  }

  record Kept(int number, Instant frozenAt, String hash, String body) {}

  private static Report row(ResultSet row, int n) throws SQLException {
    return new Report(uuid(row, "id"),
        new Period(row.getObject("from_day", LocalDate.class),
            row.getObject("to_day", LocalDate.class)),
        row.getString("words"), row.getInt("version"), instant(row, "created_at"),
        instantOrNull(row, "closed_at"), row.getInt("frozen"));
  }
}
