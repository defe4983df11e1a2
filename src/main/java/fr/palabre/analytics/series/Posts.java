package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts that are out, with their counters. */
@Component
public class Posts {
  private static final String COLUMNS = """
      select p.*, a.post_offer from analytics_post p
        join analytics_account a
          on a.workspace_id = p.workspace_id and a.account_id = p.account_id
      """;
  private final JdbcClient jdbc;

  Posts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<KnownPost> published(WorkspaceId workspace, Instant from, Instant to) {
    return jdbc.sql(COLUMNS + """
             where p.workspace_id = :workspace
               and p.published_at >= :from and p.published_at < :to
             order by p.published_at desc, p.id
            """)
        .param("workspace", workspace.value())
        .param("from", at(from))
        .param("to", at(to))
        .query(Posts::row)
        .list();
  }

  public Optional<KnownPost> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql(COLUMNS + " where p.workspace_id = :workspace and p.id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query(Posts::row)
        .optional();
  }

  /** One page of the table; a post without the figure comes after those that have it. */
  public List<KnownPost> page(WorkspaceId workspace, PostQuery query) {
    return jdbc.sql(COLUMNS + """
             where p.workspace_id = :workspace
               and p.published_at >= :from and p.published_at < :to
               and (:account::uuid is null or p.account_id = :account)
               and (:id::uuid is null or (%1$s, p.id) < (:key, :id))
             order by %1$s desc, p.id desc
             limit :limit
            """.formatted(query.sort().expression))
        .param("workspace", workspace.value())
        .param("from", at(query.from()))
        .param("to", at(query.to()))
        .param("account", query.account() == null ? null : query.account().value())
        .param("key", query.after() == null ? 0d : query.after().key())
        .param("id", query.after() == null ? null : query.after().id())
        .param("limit", query.limit())
        .query(Posts::row)
        .list();
  }

  /** What posts had gathered at each age; the first reading that stands for it counts. */
  public List<AtAge> atAges(WorkspaceId workspace, Instant from, Instant to) {
    return jdbc.sql("""
            select subject_id as post, checkpoint, sum(value) as interactions
              from (select distinct on (o.subject_id, o.checkpoint, o.metric)
                           o.subject_id, o.checkpoint, o.value
                      from analytics_post p
                      join analytics_observation o
                        on o.workspace_id = p.workspace_id and o.subject_id = p.id
                     where p.workspace_id = :workspace
                       and p.published_at >= :from and p.published_at < :to
                       and o.checkpoint is not null and o.value is not null
                       and o.metric in
                         ('REACTIONS', 'COMMENTS', 'SHARES', 'REPOSTS', 'QUOTES', 'SAVES')
                     order by o.subject_id, o.checkpoint, o.metric, o.at) first
             group by subject_id, checkpoint
            """)
        .param("workspace", workspace.value())
        .param("from", at(from))
        .param("to", at(to))
        .query((row, _) -> new AtAge(uuid(row, "post"),
            Checkpoint.valueOf(row.getString("checkpoint")), row.getLong("interactions")))
        .list();
  }

  /** How many interactions a post had at that age. */
  public record AtAge(UUID post, Checkpoint age, long interactions) {}

  static KnownPost row(ResultSet row, int n) throws SQLException {
    var offer = Arrays.stream((String[]) row.getArray("post_offer").getArray())
        .map(Metric::valueOf).collect(Collectors.toSet());
    var readAt = instantOrNull(row, "read_at");
    var counters = new Counters(row, offer, readAt);
    return new KnownPost(uuid(row, "id"), new AccountId(uuid(row, "account_id")),
        new NetworkId(row.getString("network")), row.getString("remote_id"),
        uuidOrNull(row, "content_id"), row.getString("permalink"), row.getString("excerpt"),
        PostFormat.valueOf(row.getString("format")), instant(row, "published_at"),
        row.getObject("followers_at_publication", Long.class),
        counters.figure("reactions", Set.of(Metric.REACTIONS)),
        counters.figure("comments", Set.of(Metric.COMMENTS)),
        counters.figure("shares", Interactions.SPREADING),
        counters.figure("saves", Set.of(Metric.SAVES)),
        counters.figure("interactions", Set.copyOf(Interactions.PARTS)),
        counters.figure("displays", Set.of(Metric.VIEWS, Metric.IMPRESSIONS)),
        counters.figure("reach", Set.of(Metric.REACH)),
        counters.figure("link_clicks", Set.of(Metric.LINK_CLICKS)),
        readAt, instantOrNull(row, "gone_at"));
  }

  private record Counters(ResultSet row, Set<Metric> offer, @Nullable Instant readAt) {
    Figure figure(String column, Set<Metric> from) throws SQLException {
      var value = row.getObject(column, Long.class);
      if (value != null) return Figure.of(value);
      if (from.stream().noneMatch(offer::contains)) return Figure.none(Missing.NOT_OFFERED);
      return Figure.none(readAt == null ? Missing.NOT_YET : Missing.NOT_GIVEN);
    }
  }
}
