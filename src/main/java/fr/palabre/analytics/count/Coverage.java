package fr.palabre.analytics.count;

/** Days that were observed among the days of a period that have passed. */
public record Coverage(int observed, int days) {
  private static final double WHOLE = 0.9;
  private static final double COMPARABLE = 0.6;

  public double share() {
    return days == 0 ? 0 : (double) observed / days;
  }

  /** Enough for totals to stand without a warning, and for a percentage. */
  public boolean whole() {
    return share() >= WHOLE;
  }

  /** Enough to be drawn beside another period at all. */
  public boolean comparable() {
    return share() >= COMPARABLE;
  }
}
