package fr.palabre.delivery;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;

import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way, and what does not go on. */
@Component
@Transactional(readOnly = true)
public class DeliveryBoard {
  private static final Duration OVERDUE = Duration.ofMinutes(2);
  private final JdbcClient jdbc;
  private final DeliveryRows rows;

  DeliveryBoard(JdbcClient jdbc, DeliveryRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** All that was begun, is held, refused or in doubt; what waits for its turn stands behind it. */
  public List<OpenDelivery> stopped(WorkspaceId workspace, int atMost) {
    return jdbc.sql(OPEN + """
               and d.standing in ('SUBMITTING', 'HELD', 'IN_DOUBT', 'UNDECIDED', 'REFUSED')
               and d.why is distinct from 'TURN'
             order by d.not_before, d.id
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("atMost", atMost)
        .query((row, _) -> open(row))
        .list();
  }

  /** What was left out since then because it was too late, the latest first; threads by their first. */
  public List<OpenDelivery> skipped(WorkspaceId workspace, Instant since, int atMost) {
    return jdbc.sql(OPEN + """
               and d.standing = 'SKIPPED' and d.not_before >= :since and d.after_id is null
             order by d.not_before desc, d.id
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("since", at(since))
        .param("atMost", atMost)
        .query((row, _) -> open(row))
        .list();
  }

  /** What goes out next, soonest first. */
  public List<OpenDelivery> next(WorkspaceId workspace, int atMost) {
    return jdbc.sql(OPEN + """
               and d.standing = 'SCHEDULED'
             order by d.not_before, d.id
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("atMost", atMost)
        .query((row, _) -> open(row))
        .list();
  }

  /** What its account imposes on one delivery. */
  public OpenDelivery open(Delivery delivery) {
    return jdbc.sql(OPEN + " and d.id = :id")
        .param("workspace", delivery.workspace().value())
        .param("id", delivery.id().value())
        .query((row, _) -> open(row))
        .single();
  }

  public DeliveryPulse pulse(WorkspaceId workspace, Instant now) {
    return jdbc.sql("""
            select (select count(*) from delivery_delivery d
                     where d.workspace_id = :workspace
                       and d.standing in ('UNDECIDED', 'HELD', 'REFUSED')
                       and d.why is distinct from 'TURN') as for_somebody,
                   (select count(*) from delivery_delivery d
                      join delivery_lane l on l.workspace_id = d.workspace_id
                                          and l.account_id = d.account_id
                     where d.workspace_id = :workspace and d.standing = 'SCHEDULED'
                       and d.not_before < :overdue and d.next_at < :overdue
                       and (l.wait_until is null or l.wait_until < :now)) as overdue,
                   (select count(*) from delivery_delivery d
                     where d.workspace_id = :workspace and d.standing = 'IN_DOUBT') as in_doubt,
                   exists (select from delivery_freeze f
                            where f.workspace_id = :workspace and f.thawed_at is null) as frozen
            """)
        .param("workspace", workspace.value())
        .param("overdue", at(now.minus(OVERDUE)))
        .param("now", at(now))
        .query((row, _) -> new DeliveryPulse(row.getInt("for_somebody"), row.getInt("overdue"),
            row.getInt("in_doubt"), row.getBoolean("frozen")))
        .single();
  }

  private OpenDelivery open(ResultSet row) throws SQLException {
    return new OpenDelivery(rows.read(row), row.getBoolean("frozen"),
        instantOrNull(row, "wait_until"));
  }

  private static final String OPEN = """
      select d.*, l.wait_until, d.act <> 'DELETE' and exists (
               select from delivery_freeze f
                where f.workspace_id = d.workspace_id and f.thawed_at is null
                  and (f.account_id is null or f.account_id = d.account_id)) as frozen
        from delivery_delivery d
        join delivery_lane l on l.workspace_id = d.workspace_id and l.account_id = d.account_id
       where d.workspace_id = :workspace
      """;
}
