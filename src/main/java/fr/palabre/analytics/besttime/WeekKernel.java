package fr.palabre.analytics.besttime;

/**
 * What is held likely of the week before anything is seen, on the scale of logarithms: days differ
 * by some 4 %, hours by some 10 % and neighbours are alike over 3 hours, each day's own habits by
 * 3 %. Measured effects in the field are of that size.
 */
final class WeekKernel {
  private static final double DAY = 0.04;
  private static final double HOUR = 0.10;
  private static final double BOTH = 0.03;
  /** The length of 3 hours on a circle of 24. */
  private static final double LENGTH = 2 * Math.PI * 3 / 24;

  private static final int HOURS = 168;
  private static final double[][] KNOWN = table();

  private WeekKernel() {}

  /** How far two hours of the week vary together. */
  static double of(int one, int other) {
    return KNOWN[one][other];
  }

  private static double[][] table() {
    var table = new double[HOURS][HOURS];
    for (int i = 0; i < HOURS; i++)
      for (int j = 0; j < HOURS; j++) table[i][j] = together(i, j);
    return table;
  }

  private static double together(int one, int other) {
    var sameDay = one / 24 == other / 24;
    var sine = Math.sin(Math.PI * (one % 24 - other % 24) / 24);
    var hours = HOUR * HOUR * Math.exp(-2 * sine * sine / (LENGTH * LENGTH));
    return hours + (sameDay ? DAY * DAY : 0) + (one == other ? BOTH * BOTH : 0);
  }
}
