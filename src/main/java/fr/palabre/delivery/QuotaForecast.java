package fr.palabre.delivery;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says, when something is planned, whether its network's quotas will let it go out then. */
@Component
@Transactional(readOnly = true)
public class QuotaForecast {
  /** How far a free moment is looked for. */
  private static final Duration AHEAD = Duration.ofDays(7);
  private final JdbcClient jdbc;

  QuotaForecast(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What these acts would go beyond at that instant, beside all that is planned and was spent.
   *
   * @param besides subjects that are not counted: those acts themselves, planned already
   */
  public Optional<Full> full(ConnectedAccount account, List<QuotaRule> rules, List<Act> acts,
      Instant at, Collection<UUID> besides) {
    return rules.stream()
        .flatMap(rule -> full(account, rule, acts, at, besides).stream())
        .findFirst();
  }

  private Optional<Full> full(ConnectedAccount account, QuotaRule rule, List<Act> acts, Instant at,
      Collection<UUID> besides) {
    var points = acts.stream().mapToInt(act -> Spent.on(act, rule)).sum();
    if (points == 0) return Optional.empty();
    var near = new QuotaUse(rule, use(account, rule, at, rule.window(), besides));
    if (near.fits(points, at)) return Optional.empty();
    var ahead = new QuotaUse(rule, use(account, rule, at, rule.window().plus(AHEAD), besides));
    return Optional.of(new Full(rule, ahead.free(points, at, at.plus(AHEAD)).orElse(null)));
  }

  private List<QuotaUse.Use> use(ConnectedAccount account, QuotaRule rule, Instant at,
      Duration ahead, Collection<UUID> besides) {
    var from = at.minus(rule.window().multipliedBy(2));
    return Stream.concat(
        spent(account, rule, from),
        planned(account, rule, from, at.plus(ahead), besides)).toList();
  }

  private Stream<QuotaUse.Use> spent(ConnectedAccount account, QuotaRule rule, Instant from) {
    return jdbc.sql("""
            select slot_at, points from delivery_spend
             where workspace_id = :workspace and account_id = :account and bucket = :bucket
               and slot_at > :from
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("bucket", rule.bucket())
        .param("from", at(from))
        .query((row, _) -> new QuotaUse.Use(instant(row, "slot_at"), row.getLong("points")))
        .list().stream();
  }

  private Stream<QuotaUse.Use> planned(ConnectedAccount account, QuotaRule rule, Instant from,
      Instant until, Collection<UUID> besides) {
    return jdbc.sql("""
            select date_trunc('minute', not_before) as minute, count(*) as posts,
                   sum(coalesce(jsonb_array_length(draft -> 'images'), 0)) as images
              from delivery_delivery
             where workspace_id = :workspace and account_id = :account and act = 'PUBLISH'
               and standing in ('SCHEDULED', 'HELD') and not_before > :from
               and not_before < :until and not subject_id = any(:besides)
             group by 1
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("from", at(from))
        .param("until", at(until))
        .param("besides", besides.toArray(UUID[]::new))
        .query((row, _) -> new QuotaUse.Use(instant(row, "minute"),
            row.getLong("posts") * rule.cost(Spending.PUBLISH)
                + row.getLong("images") * rule.cost(Spending.IMAGE)))
        .list().stream();
  }

  /** @param free the next moment it fits; null if there is none in the coming week */
  public record Full(QuotaRule rule, @Nullable Instant free) {}
}
