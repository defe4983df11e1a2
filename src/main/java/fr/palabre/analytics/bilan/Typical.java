package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Spread;
import org.jspecify.annotations.Nullable;

/**
 * The rate of the typical post: the median, and where the middle half stands.
 *
 * @param median null where there are too few posts to tell
 */
public record Typical(int n, @Nullable Double median, @Nullable Double low, @Nullable Double high) {
  static Typical of(Spread spread) {
    if (!spread.enough()) return new Typical(spread.n(), null, null, null);
    return new Typical(spread.n(), spread.median(), spread.at(0.25), spread.at(0.75));
  }
}
