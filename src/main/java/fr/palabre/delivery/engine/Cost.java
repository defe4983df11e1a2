package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Spent;
import fr.palabre.network.QuotaRule;
import java.util.List;

/**
 * What a call spends of one quota; the names are those of the journal's SQL.
 *
 * @param slot seconds that are counted together
 * @param span seconds during which what was spent counts, the whole slot included
 */
record Cost(String bucket, int points, long allowed, long slot, long span) {
  private static final int SLOTS = 60;

  static List<Cost> of(Act act, List<QuotaRule> rules) {
    return rules.stream().filter(rule -> Spent.on(act, rule) > 0)
        .map(rule -> of(rule, Spent.on(act, rule))).toList();
  }

  private static Cost of(QuotaRule rule, int points) {
    var window = rule.window().toSeconds();
    var slot = Math.max(1, window / SLOTS);
    return new Cost(rule.bucket(), points, rule.allowed(), slot, window + slot);
  }
}
