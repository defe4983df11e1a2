package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.DialogueFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the dialogue went, turn by turn: one clock a turn, from its first message to a person's
 * answer. What was decided to need no answer is not counted. What still waits is, and its wait so
 * far weighs on the delays (Kaplan and Meier's estimate), so that leaving the hard ones unanswered
 * never makes a team look quick.
 */
@Component
class TurnFigures implements DialogueFigures {
  private final JdbcClient jdbc;
  private final Clock clock;

  TurnFigures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Figures of(WorkspaceId workspace, Instant from, Instant to) {
    return jdbc.sql("""
            with turn as (
              select outcome is not null answered,
                     extract(epoch from coalesce(ended_at, :now) - started_at) waited
                from inbox_turn
               where workspace_id = :workspace and started_at >= :from and started_at < :to
                 and outcome is distinct from 'DECIDED'),
            step as (
              select waited, count(*) filter (where answered) ended,
                     sum(count(*)) over (order by waited desc) at_risk
                from turn
               group by waited),
            curve as (
              select waited, sum(case when ended = 0 then 0 when ended = at_risk then -1000
                                      else ln(1 - ended / at_risk) end)
                               over (order by waited) log_waiting
                from step)
            select count(*) inbound,
                   count(*) filter (where answered) answered,
                   case when bool_and(answered)
                        then percentile_cont(0.5) within group (order by waited)
                        else (select min(waited) from curve
                               where log_waiting <= ln(0.5)) end median,
                   case when bool_and(answered)
                        then percentile_cont(0.9) within group (order by waited)
                        else (select min(waited) from curve
                               where log_waiting <= ln(0.1)) end p90
              from turn
            """)
        .param("workspace", workspace.value())
        .param("from", at(from))
        .param("to", at(to))
        .param("now", at(clock.instant()))
        .query((row, _) -> new Figures(row.getLong("inbound"), row.getLong("answered"),
            seconds(row, "median"), seconds(row, "p90")))
        .single();
  }

  private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
    var seconds = row.getDouble(column);
    return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
  }
}
