package fr.palabre.analytics.count;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Interactions on a denominator that its kind names, always kept apart so that rates add up as
 * ratios of sums.
 *
 * @param posts how many posts it is made of
 * @param of how many there were
 * @param missing why there is none; null where there is one
 * @param interval where it would fall with other posts of the same kind; null if too few
 */
public record Rate(RateKind kind, long interactions, long denominator, int posts, int of,
    @Nullable Missing missing, @Nullable Interval interval) {

  static Rate none(RateKind kind, int of, Missing why) {
    return new Rate(kind, 0, 0, 0, of, why, null);
  }

  public OptionalDouble value() {
    return missing == null
        ? OptionalDouble.of((double) interactions / denominator)
        : OptionalDouble.empty();
  }

  /** Ninety-five times in a hundred, in there. */
  public record Interval(double low, double high) {}
}
