package fr.palabre.analytics.count;

import org.jspecify.annotations.Nullable;

/**
 * How a figure moved from one period to the next, said only as far as the figures carry it.
 *
 * @param kind how it may be said
 * @param amount signed: a count, a share of the figure before (0.34), or points of rate (0.002)
 * @param habit where this figure usually falls; null if too little past is known
 */
public record Change(Kind kind, double amount, @Nullable Habit habit) {
  /** A percentage of a smaller base is noise. */
  static final long SMALLEST_BASE = 30;

  public enum Kind { PERCENT, COUNT, POINTS, NONE }

  /** The usual range, from that many periods before. */
  public record Habit(long low, long high, int periods) {
    private static final int FEWEST = 4;

    /** Median give or take two deviations; null while too little past is known. */
    public static @Nullable Habit of(double... before) {
      if (before.length < FEWEST) return null;
      var spread = Spread.of(before);
      // Counts vary at least as chance alone makes them vary.
      double width = 2 * Math.max(spread.deviation(), Math.sqrt(Math.abs(spread.median())));
      return new Habit(Math.round(spread.median() - width), Math.round(spread.median() + width),
          before.length);
    }

    boolean holds(long value) {
      return value >= low && value <= high;
    }
  }

  public static final Change NONE = new Change(Kind.NONE, 0, null);

  /**
   * @param coverage of the less observed of the two periods
   * @param scale days of this period over those of the one before: 1 unless months are compared by
   *     their daily average
   * @param habit usual range of the figure itself
   */
  public static Change of(Figure now, Figure before, Coverage coverage, double scale,
      @Nullable Habit habit) {
    if (!now.known() || !before.known() || !coverage.comparable()) return NONE;
    // Nothing before: there is nothing to compare with.
    if (before.count() == 0 && now.count() != 0) return new Change(Kind.NONE, 0, habit);
    double expected = before.count() * scale;
    if (before.count() >= SMALLEST_BASE && coverage.whole())
      return new Change(Kind.PERCENT, now.count() / expected - 1, habit);
    return new Change(Kind.COUNT, now.count() - expected, habit);
  }

  /** Rates change in points, never in per cent of a percentage. */
  public static Change of(Rate now, Rate before) {
    if (now.value().isEmpty() || before.value().isEmpty()) return NONE;
    return new Change(Kind.POINTS, now.value().getAsDouble() - before.value().getAsDouble(), null);
  }

  public boolean shown() {
    return kind != Kind.NONE;
  }

  /** Whether this figure is where it usually is. */
  public boolean stable(Figure now) {
    return habit != null && now.known() && habit.holds(now.count());
  }
}
