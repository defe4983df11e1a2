package fr.palabre.analytics.besttime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An account's posts made comparable: each against the median of the thirty before it, so that a
 * growing account does not make late hours look good; far-off values brought in; old ones light.
 *
 * @param y logarithm of how much better than usual
 * @param weight 1 for today, ½ after 120 days
 * @param noise how far single posts scatter, measured robustly
 */
record Sample(List<PostResult> posts, double[] y, double[] weight, double noise) {
  private static final int USUAL = 30;
  private static final int LEAST = 5;
  private static final double HALF_LIFE = 120;
  private static final double USUAL_NOISE = 0.7;
  private static final double LEAST_NOISE = 0.2;

  /** @param before only what went out before then counts */
  static Sample of(List<PostResult> all, Instant before) {
    var known = all.stream().filter(p -> p.at().isBefore(before))
        .sorted(Comparator.comparing(PostResult::at)).toList();
    var kept = new ArrayList<PostResult>();
    var logs = new ArrayList<Double>();
    for (int i = LEAST; i < known.size(); i++) {
      var usual = median(known.subList(Math.max(0, i - USUAL), i).stream()
          .mapToDouble(PostResult::interactions).toArray());
      kept.add(known.get(i));
      logs.add(Math.log1p(known.get(i).interactions()) - Math.log1p(usual));
    }
    return of(kept, logs.stream().mapToDouble(d -> d).toArray(), before);
  }

  private static Sample of(List<PostResult> kept, double[] y, Instant before) {
    var middle = median(y);
    var spread = 1.4826 * median(Arrays.stream(y).map(v -> Math.abs(v - middle)).toArray());
    var noise = y.length < USUAL ? Math.max(USUAL_NOISE, spread) : Math.max(LEAST_NOISE, spread);
    for (int i = 0; i < y.length; i++)
      y[i] = Math.clamp(y[i], middle - 3 * noise, middle + 3 * noise);
    var weight = kept.stream().mapToDouble(p -> Math.pow(0.5,
        Duration.between(p.at(), before).toHours() / 24.0 / HALF_LIFE)).toArray();
    return new Sample(List.copyOf(kept), y, weight, noise);
  }

  int size() {
    return posts.size();
  }

  static double median(double[] values) {
    if (values.length == 0) return 0;
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
