package fr.palabre.analytics.count;

import java.util.Arrays;

/** Values in order, read by rank. */
public final class Spread {
  /** Fewer than this say nothing of what is typical. */
  public static final int FEWEST = 3;

  private final double[] sorted;

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  public static Spread of(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  public int n() {
    return sorted.length;
  }

  public boolean enough() {
    return sorted.length >= FEWEST;
  }

  public double median() {
    return at(0.5);
  }

  /** The value below which this share of them stands, interpolated between neighbours. */
  public double at(double share) {
    double place = share * (sorted.length - 1);
    int low = (int) Math.floor(place);
    int high = (int) Math.ceil(place);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /** Median absolute deviation, scaled to a standard deviation. */
  public double deviation() {
    var gaps = Arrays.stream(sorted).map(v -> Math.abs(v - median())).toArray();
    return 1.4826 * of(gaps).median();
  }
}
