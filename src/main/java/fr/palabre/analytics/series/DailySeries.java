package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days as they were added up. */
@Component
public class DailySeries {
  private final JdbcClient jdbc;

  DailySeries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<DayRow> days(WorkspaceId workspace, Period period) {
    return jdbc.sql("""
            select account_id, day, metric, value, missing, observed, expected, grouped,
                   corrections, last_at
              from analytics_daily
             where workspace_id = :workspace and day between :from and :to
             order by account_id, day
            """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("to", period.to())
        .query(DailySeries::row)
        .list();
  }

  /** Interactions of all accounts by day, for what is usual; days without any are absent. */
  public List<DaySum> interactions(WorkspaceId workspace, Period period) {
    return jdbc.sql("""
            select day, sum(value) as interactions
              from analytics_daily
             where workspace_id = :workspace and day between :from and :to and value is not null
               and metric in ('REACTIONS', 'COMMENTS', 'SHARES', 'REPOSTS', 'QUOTES', 'SAVES')
             group by day
            """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("to", period.to())
        .query((row, _) -> new DaySum(row.getObject("day", LocalDate.class),
            row.getLong("interactions")))
        .list();
  }

  private static DayRow row(ResultSet row, int n) throws SQLException {
    return new DayRow(new AccountId(uuid(row, "account_id")),
        row.getObject("day", LocalDate.class), Metric.valueOf(row.getString("metric")),
        figure(row), row.getLong("grouped"), row.getLong("corrections"),
        instantOrNull(row, "last_at"));
  }

  private static Figure figure(ResultSet row) throws SQLException {
    var missing = row.getString("missing");
    var value = row.getObject("value", Long.class);
    if (missing != null) return new Figure(value, Missing.valueOf(missing));
    // Some posts of that day were not read: what is known is a part.
    boolean part = row.getInt("observed") < row.getInt("expected");
    return new Figure(value, part ? Missing.COLLECTION_FAILED : null);
  }

  public record DaySum(LocalDate day, long interactions) {}
}
