package fr.palabre.analytics.besttime;

import java.util.Arrays;

/**
 * What the posts say of the week, in closed form: a level, an effect of each format, and the week
 * itself, each shrunk towards nothing as far as the posts do not speak against it.
 */
final class Fit {
  private static final double LEVEL = 0.5;
  private static final double FORMAT = 0.4;
  private final Sample sample;
  private final boolean week;
  private final Cholesky known;
  private final double[] half;
  private final double[] usual;
  private final double[] usually = new double[168];

  /** @param week false for a fit that does not believe in hours, to compare with */
  Fit(Sample sample, boolean week) {
    this.sample = sample;
    this.week = week;
    int n = sample.size();
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) matrix[i][j] = together(sample.posts().get(i), j);
      matrix[i][i] += sample.noise() * sample.noise() / sample.weight()[i];
    }
    known = new Cholesky(matrix);
    half = known.half(sample.y());
    usual = shares(sample.weight());
    for (int hour = 0; hour < usually.length; hour++)
      for (int j = 0; j < n; j++) usually[hour] += usual[j] * WeekKernel.of(hour(j), hour);
  }

  /** What a post would do, and how far it may be off. */
  Estimate predicted(PostResult post) {
    int n = sample.size();
    var with = new double[n];
    for (int i = 0; i < n; i++) with[i] = together(post, i);
    var own = LEVEL * LEVEL + FORMAT * FORMAT
        + (week ? WeekKernel.of(post.hourOfWeek(), post.hourOfWeek()) : 0);
    var reached = known.half(with);
    return new Estimate(Cholesky.dot(reached, half), Math.sqrt(Math.max(0,
        own - Cholesky.dot(reached, reached)) + sample.noise() * sample.noise()));
  }

  /** Hours of the week against the hours the account uses. */
  Estimate gain(int... hours) {
    int n = sample.size();
    var with = new double[n];
    for (int i = 0; i < n; i++) {
      var there = hour(i);
      with[i] = Arrays.stream(hours).mapToDouble(h -> WeekKernel.of(h, there)).average().orElse(0)
          - usually[there];
    }
    var reached = known.half(with);
    return new Estimate(Cholesky.dot(reached, half),
        Math.sqrt(Math.max(0, prior(hours) - Cholesky.dot(reached, reached))));
  }

  private double prior(int[] hours) {
    double own = 0;
    for (int one : hours) for (int other : hours) own += WeekKernel.of(one, other);
    own /= hours.length * hours.length;
    double both = Arrays.stream(hours).mapToDouble(h -> usually[h]).average().orElse(0);
    double among = 0;
    for (int i = 0; i < sample.size(); i++) among += usual[i] * usually[hour(i)];
    return own - 2 * both + among;
  }

  private double together(PostResult one, int other) {
    var known = sample.posts().get(other);
    return LEVEL * LEVEL + (one.format() == known.format() ? FORMAT * FORMAT : 0)
        + (week ? WeekKernel.of(one.hourOfWeek(), known.hourOfWeek()) : 0);
  }

  private int hour(int post) {
    return sample.posts().get(post).hourOfWeek();
  }

  private static double[] shares(double[] weight) {
    var all = Arrays.stream(weight).sum();
    return Arrays.stream(weight).map(w -> w / all).toArray();
  }

  /** On the scale of logarithms. */
  record Estimate(double mean, double sd) {
    /** Half of what an interval of 80 % spans. */
    private static final double EIGHTY = 1.2816;

    double low() {
      return mean - EIGHTY * sd;
    }

    double high() {
      return mean + EIGHTY * sd;
    }

    double density(double seen) {
      var z = (seen - mean) / sd;
      return -0.5 * z * z - Math.log(sd);
    }
  }
}
