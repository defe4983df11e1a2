package fr.palabre.publishing.recurrence;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of recurrences. */
@Component
class RecurrenceStore {
  private final JdbcClient jdbc;

  RecurrenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, Recurrence r, Instant now) {
    write(workspace, r, now, """
        insert into publishing_recurrence (workspace_id, id, model_id, kind, every, days, number,
            at, from_date, until_date, most, keeps_approval, created_by, created_at)
        values (:workspace, :id, :model, :kind, :every, :days, :number, :at, :from, :until, :most,
            :keeps, :by, :now)
        """);
  }

  void change(WorkspaceId workspace, Recurrence r, Instant now) {
    write(workspace, r, now, """
        update publishing_recurrence
           set model_id = :model, kind = :kind, every = :every, days = :days, number = :number,
               at = :at, from_date = :from, until_date = :until, most = :most,
               keeps_approval = :keeps
         where workspace_id = :workspace and id = :id
        """);
  }

  private void write(WorkspaceId workspace, Recurrence r, Instant now, String sql) {
    var rule = r.rule();
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("id", r.id().value())
        .param("model", r.model().value())
        .param("kind", rule.rhythm().kind().name())
        .param("every", rule.rhythm().every())
        .param("days", days(rule.rhythm()))
        .param("number", number(rule.rhythm()))
        .param("at", rule.at())
        .param("from", rule.from())
        .param("until", rule.until(), java.sql.Types.DATE)
        .param("most", rule.most(), java.sql.Types.INTEGER)
        .param("keeps", r.keepsApproval())
        .param("by", r.by() == null ? null : r.by().value())
        .param("now", at(now))
        .update();
  }

  void end(WorkspaceId workspace, RecurrenceId id, Instant now) {
    jdbc.sql("""
            update publishing_recurrence set ended_at = :now
             where workspace_id = :workspace and id = :id and ended_at is null
            """)
        .param("now", at(now))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  Optional<Recurrence> find(WorkspaceId workspace, RecurrenceId id) {
    return jdbc.sql("""
            select * from publishing_recurrence where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> recurrence(row))
        .optional();
  }

  /** Those that still make something, the newest first. */
  List<Recurrence> running(WorkspaceId workspace) {
    return jdbc.sql("""
            select * from publishing_recurrence
             where workspace_id = :workspace and ended_at is null
             order by created_at desc, id
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> recurrence(row))
        .list();
  }

  /** Keeps others from making its occurrences until the transaction ends. */
  void lock(WorkspaceId workspace, RecurrenceId id) {
    jdbc.sql("""
            select id from publishing_recurrence
             where workspace_id = :workspace and id = :id for update
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> uuid(row, "id"))
        .optional();
  }

  /** The brands where something comes back; asked with all rows in sight. */
  List<WorkspaceId> brands() {
    return jdbc.sql("""
            select distinct workspace_id from publishing_recurrence where ended_at is null
            """)
        .query((row, _) -> new WorkspaceId(uuid(row, "workspace_id")))
        .list();
  }

  private static Integer[] days(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Weekly(int _, var days) ->
          days.stream().map(DayOfWeek::getValue).toArray(Integer[]::new);
      case Rhythm.MonthlyDate _ -> new Integer[0];
      case Rhythm.MonthlyWeekday(int _, int _, var day) -> new Integer[] {day.getValue()};
    };
  }

  private static int number(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Weekly _ -> 0;
      case Rhythm.MonthlyDate(int _, int date) -> date;
      case Rhythm.MonthlyWeekday(int _, int nth, var _) -> nth;
    };
  }

  private static Recurrence recurrence(ResultSet row) throws SQLException {
    var by = uuidOrNull(row, "created_by");
    return new Recurrence(new RecurrenceId(uuid(row, "id")), new ContentId(uuid(row, "model_id")),
        new RecurrenceRule(rhythm(row), row.getObject("at", LocalTime.class),
            row.getObject("from_date", LocalDate.class),
            row.getObject("until_date", LocalDate.class), row.getObject("most", Integer.class)),
        row.getBoolean("keeps_approval"), by == null ? null : new UserId(by),
        row.getObject("ended_at") != null);
  }

  private static Rhythm rhythm(ResultSet row) throws SQLException {
    var every = row.getInt("every");
    var days = Arrays.stream((Integer[]) row.getArray("days").getArray())
        .map(DayOfWeek::of).toList();
    var number = row.getInt("number");
    return switch (Rhythm.Kind.valueOf(row.getString("kind"))) {
      case WEEKLY -> new Rhythm.Weekly(every, days);
      case MONTHLY_DATE -> new Rhythm.MonthlyDate(every, number);
      case MONTHLY_WEEKDAY -> new Rhythm.MonthlyWeekday(every, number, days.getFirst());
    };
  }
}
