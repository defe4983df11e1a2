package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Spent;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a call spends of one quota; the names are those of the journal's SQL.
 *
 * @param slot seconds that are counted together
 * @param span seconds during which what was spent counts, the whole slot included
 */
record Cost(String bucket, int points, long allowed, long slot, long span) {
  private static final int SLOTS = 60;

  /** @param images those that are still to be sent with it */
  static List<Cost> of(Act act, int images, List<QuotaRule> rules) {
    return of(rules, rule -> Spent.on(act, images, rule));
  }

  static List<Cost> ofImages(int images, List<QuotaRule> rules) {
    return of(rules, rule -> images * rule.cost(Spending.IMAGE));
  }

  private static List<Cost> of(List<QuotaRule> rules, ToIntFunction<QuotaRule> points) {
    return rules.stream().filter(rule -> points.applyAsInt(rule) > 0)
        .map(rule -> of(rule, points.applyAsInt(rule))).toList();
  }

  /** The end of the first slot to end, of those that hold the instant: its spending is theirs until then. */
  static Instant slotEnd(List<Cost> costs, Instant at) {
    var second = at.getEpochSecond();
    return costs.stream().map(c -> Instant.ofEpochSecond(second - second % c.slot + c.slot))
        .min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  private static Cost of(QuotaRule rule, int points) {
    var window = rule.window().toSeconds();
    var slot = Math.max(1, window / SLOTS);
    return new Cost(rule.bucket(), points, rule.allowed(), slot, window + slot);
  }
}
