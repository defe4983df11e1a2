package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.analytics.count.Missing;
import fr.palabre.network.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds the readings of a day up: what its posts gained since the reading before, and the last count
 * of followers. Rebuilt from the observations, as often as one likes.
 */
@Component
class DailyRollup {
  /** Posts are read each day for so long; what older ones gain is found out month by month. */
  static final Duration YOUNG = Duration.ofDays(29);
  private final JdbcClient jdbc;

  DailyRollup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void rebuild(KnownAccount account, BrandDay day) {
    gauge(account, day);
    var metrics = Interactions.additive(account.postOffer());
    if (metrics.isEmpty()) return;
    var readings = readings(account, day);
    gains(account, day, metrics, readings);
    if (!readings.any()) fill(account, day, metrics, readings);
  }

  private void gauge(KnownAccount account, BrandDay day) {
    jdbc.sql("""
            insert into analytics_daily (workspace_id, account_id, day, metric, value, missing,
                observed, expected, last_at, zone)
            select workspace_id, account_id, :day, metric, value, missing,
                   case when value is null then 0 else 1 end, 1, at, :zone
              from (select distinct on (metric) * from analytics_observation
                     where workspace_id = :workspace and subject_id = :account
                       and metric in ('FOLLOWERS', 'FOLLOWING', 'POSTS')
                       and at >= :from and at < :to
                     order by metric, (value is null), at desc) last
            on conflict (workspace_id, account_id, day, metric) do update
               set value = excluded.value, missing = excluded.missing,
                   observed = excluded.observed, last_at = excluded.last_at
            """)
        .params(Map.of("workspace", account.workspace().value(),
            "account", account.account().value(), "day", day.day(), "zone", day.zone().getId(),
            "from", at(day.from()), "to", at(day.to())))
        .update();
  }

  /** The posts that should have been read that day, and those that were. */
  private Readings readings(KnownAccount account, BrandDay day) {
    return jdbc.sql("""
            select count(*) as expected, count(*) filter (where seen) as observed,
                   exists (select from analytics_observation o
                            where o.workspace_id = :workspace and o.account_id = :account
                              and o.subject_id <> :account and o.at >= :from and o.at < :to
                              and o.value is not null) as any
              from analytics_post p
             cross join lateral (
                   select exists (select from analytics_observation o
                                   where o.workspace_id = p.workspace_id and o.subject_id = p.id
                                     and o.at >= :from and o.at < :to
                                     and o.value is not null)) as s (seen)
             where p.workspace_id = :workspace and p.account_id = :account
               and p.published_at >= :young and p.published_at < :to
               and (p.gone_at is null or p.gone_at >= :from)
            """)
        .params(Map.of("workspace", account.workspace().value(),
            "account", account.account().value(), "young", at(day.from().minus(YOUNG)),
            "from", at(day.from()), "to", at(day.to())))
        .query(Readings.class)
        .single();
  }

  // A change of definition opens a new series: no difference is taken across it.
  private void gains(KnownAccount account, BrandDay day, List<Metric> metrics, Readings readings) {
    jdbc.sql("""
            with last as (
              select distinct on (subject_id, metric) *
                from analytics_observation
               where workspace_id = :workspace and account_id = :account
                 and subject_id <> account_id and value is not null and metric = any(:metrics)
                 and at >= :from and at < :to
               order by subject_id, metric, at desc
            ), step as (
              select last.metric, last.at, last.value - coalesce(before.value, 0) as gained,
                     coalesce(before.at, post.published_at) as since
                from last
                join analytics_post post
                  on post.workspace_id = last.workspace_id and post.id = last.subject_id
                left join lateral (
                       select value, at, definition from analytics_observation o
                        where o.workspace_id = last.workspace_id
                          and o.subject_id = last.subject_id and o.metric = last.metric
                          and o.value is not null and o.at < :from
                        order by o.at desc limit 1) before on true
               where before.definition is null or before.definition = last.definition)
            insert into analytics_daily (workspace_id, account_id, day, metric, value, grouped,
                corrections, observed, expected, last_at, zone)
            select :workspace, :account, :day, metric, sum(gained),
                   coalesce(sum(gained) filter (where since < :before), 0),
                   coalesce(sum(gained) filter (where gained < 0), 0),
                   :observed, :expected, max(at), :zone
              from step group by metric
            on conflict (workspace_id, account_id, day, metric) do update
               set value = excluded.value, missing = null, grouped = excluded.grouped,
                   corrections = excluded.corrections, observed = excluded.observed,
                   expected = excluded.expected, last_at = excluded.last_at
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.account().value())
        .param("metrics", metrics.stream().map(Metric::name).toArray(String[]::new))
        .param("day", day.day())
        .param("zone", day.zone().getId())
        .param("from", at(day.from()))
        .param("to", at(day.to()))
        .param("before", at(day.previous().from()))
        .param("observed", readings.observed())
        .param("expected", readings.expected())
        .update();
  }

  // No post was read: a true nothing where there was none to read, else a gap.
  private void fill(KnownAccount account, BrandDay day, List<Metric> metrics, Readings readings) {
    boolean nothing = readings.expected() == 0;
    jdbc.sql("""
            insert into analytics_daily (workspace_id, account_id, day, metric, value, missing,
                observed, expected, zone)
            select :workspace, :account, :day, metric, :value::bigint, :missing, 0, :expected, :zone
              from unnest(:metrics::text[]) as offered (metric)
            on conflict (workspace_id, account_id, day, metric) do update
               set value = excluded.value, missing = excluded.missing,
                   expected = excluded.expected
             where analytics_daily.last_at is null
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.account().value())
        .param("day", day.day())
        .param("metrics", metrics.stream().map(Metric::name).toArray(String[]::new))
        .param("value", nothing ? 0L : null)
        .param("missing", nothing ? null : Missing.COLLECTION_FAILED.name())
        .param("expected", readings.expected())
        .param("zone", day.zone().getId())
        .update();
  }

  record Readings(int expected, int observed, boolean any) {}
}
