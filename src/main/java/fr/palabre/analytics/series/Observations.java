package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The readings, as they were: only ever added to. */
@Component
class Observations {
  /** Version of what our names mean; a new one opens a new series. */
  static final int DEFINITION = 1;
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Observations(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void log(Call call) {
    jdbc.sql("""
            insert into analytics_call
                (workspace_id, id, account_id, subject, asked, began_at, outcome, code)
            values (:workspace, :id, :account, :subject, :asked, :began, :outcome, :code)
            """)
        .param("workspace", call.workspace().value())
        .param("id", call.id())
        .param("account", call.account().value())
        .param("subject", call.subject().name())
        .param("asked", call.asked())
        .param("began", at(call.beganAt()))
        .param("outcome", call.outcome().name())
        .param("code", call.code())
        .update();
  }

  /** The same reading written twice is one reading. */
  void add(Call call, List<Observation> observations, Instant readAt) {
    batch.batchUpdate("""
        insert into analytics_observation (workspace_id, subject_id, metric, at, account_id, value,
            missing, checkpoint, read_at, call_id, definition)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """, observations, 200, (row, o) -> write(row, call, o, readAt));
  }

  /** How many followed the account then, if a reading of the day before knows. */
  Optional<Long> followers(WorkspaceId workspace, AccountId account, Instant at, Instant since) {
    return jdbc.sql("""
            select value from analytics_observation
             where workspace_id = :workspace and subject_id = :account and metric = :metric
               and value is not null and at <= :at and at >= :since
             order by at desc limit 1
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("metric", Metric.FOLLOWERS.name())
        .param("at", at(at))
        .param("since", at(since))
        .query(Long.class)
        .optional();
  }

  private static void write(PreparedStatement row, Call call, Observation o, Instant readAt)
      throws SQLException {
    row.setObject(1, call.workspace().value());
    row.setObject(2, o.subject());
    row.setString(3, o.metric().name());
    row.setObject(4, at(o.at()));
    row.setObject(5, o.account().value());
    row.setObject(6, o.figure().value());
    row.setString(7, o.figure().missing() == null ? null : o.figure().missing().name());
    row.setString(8, o.checkpoint() == null ? null : o.checkpoint().name());
    row.setObject(9, at(readAt));
    row.setObject(10, call.id());
    row.setInt(11, DEFINITION);
  }
}
