package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that was ever read of a post: each of its figures can say where it comes from. */
@Component
public class PostReadings {
  private final JdbcClient jdbc;

  PostReadings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param at the instant it holds for
   * @param age the age it stands for; null for a reading in between
   * @param definition version of what our names meant then
   */
  public record PostReading(
      Instant at, @Nullable Checkpoint age, int definition, Map<Metric, Figure> figures) {}

  /** Oldest first. */
  public List<PostReading> of(WorkspaceId workspace, UUID post) {
    var readings = new LinkedHashMap<Instant, PostReading>();
    jdbc.sql("""
            select at, checkpoint, definition, metric, value, missing
              from analytics_observation
             where workspace_id = :workspace and subject_id = :post
             order by at, metric
            """)
        .param("workspace", workspace.value())
        .param("post", post)
        .query((ResultSet row) -> add(row, readings));
    return List.copyOf(readings.values());
  }

  private static void add(ResultSet row, Map<Instant, PostReading> into) throws SQLException {
    var age = row.getString("checkpoint");
    int definition = row.getInt("definition");
    var reading = into.computeIfAbsent(instant(row, "at"), at -> new PostReading(at,
        age == null ? null : Checkpoint.valueOf(age), definition, new EnumMap<>(Metric.class)));
    var missing = row.getString("missing");
    reading.figures().put(Metric.valueOf(row.getString("metric")),
        new Figure(row.getObject("value", Long.class),
            missing == null ? null : Missing.valueOf(missing)));
  }
}
