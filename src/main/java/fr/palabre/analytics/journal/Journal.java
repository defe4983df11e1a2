package fr.palabre.analytics.journal;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.analytics.count.Period;
import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people remarked on the days. The figures of a day are read where they are, not copied. */
@Component
public class Journal {
  public static final int LONGEST_EVENT = 60;
  public static final int LONGEST_REMARKS = 4000;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Journal(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  public List<DayNote> notes(WorkspaceId workspace, Period period) {
    return jdbc.sql("""
            select * from analytics_journal
             where workspace_id = :workspace and day between :from and :to
             order by day
            """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("to", period.to())
        .query(Journal::row)
        .list();
  }

  public Optional<DayNote> note(WorkspaceId workspace, LocalDate day) {
    return notes(workspace, new Period(day, day)).stream().findFirst();
  }

  /**
   * Writes what a person remarked, unless someone else wrote meanwhile.
   *
   * @param version what the person had before their eyes; 0 for a day nobody wrote on
   * @return the version now written; empty if the day had changed, and nothing was written
   */
  @Transactional
  public Optional<Integer> write(Member me, LocalDate day, String event, String remarks,
      int version) {
    var written = insert(me.workspaceId(), me.user(), day, event, remarks, version);
    // Typing saves again and again: the trail keeps that the day was written on, once.
    if (written.filter(v -> v == 1).isPresent())
      audit.record(me.tenant(), me.userId(), "journal.written", subject(day), day.toString());
    return written;
  }

  Optional<Integer> insert(WorkspaceId workspace, UserId by, LocalDate day, String event,
      String remarks, int version) {
    return jdbc.sql("""
            insert into analytics_journal
                (workspace_id, day, event, remarks, version, written_by, written_at)
            select :workspace, :day, :event, :remarks, 1, :by, :now
             where :version = 0 or exists (select from analytics_journal
                                            where workspace_id = :workspace and day = :day)
            on conflict (workspace_id, day) do update
               set event = excluded.event, remarks = excluded.remarks,
                   version = analytics_journal.version + 1,
                   written_by = excluded.written_by, written_at = excluded.written_at
             where analytics_journal.version = :version
            returning version
            """)
        .param("workspace", workspace.value())
        .param("day", day)
        .param("event", event.strip())
        .param("remarks", remarks.strip())
        .param("by", by.value())
        .param("now", at(clock.instant()))
        .param("version", version)
        .query(Integer.class)
        .optional();
  }

  private static UUID subject(LocalDate day) {
    return UUID.nameUUIDFromBytes(day.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static DayNote row(ResultSet row, int n) throws SQLException {
    return new DayNote(row.getObject("day", LocalDate.class), row.getString("event"),
        row.getString("remarks"), row.getInt("version"), uuid(row, "written_by"),
        instant(row, "written_at"));
  }
}
