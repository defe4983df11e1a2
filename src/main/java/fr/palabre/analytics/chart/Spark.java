package fr.palabre.analytics.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A curve as small as a word; it breaks where nothing is known. */
public final class Spark {
  public static final int WIDTH = 96;
  public static final int HEIGHT = 24;
  private static final double MARGIN = 2;

  private Spark() {}

  /** The path; empty where fewer than two values are known. */
  public static String path(List<@Nullable Double> values) {
    var known = values.stream().filter(Objects::nonNull).mapToDouble(v -> v).toArray();
    if (known.length < 2) return "";
    double low = Arrays.stream(known).min().orElseThrow();
    double high = Arrays.stream(known).max().orElseThrow();
    var path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      if (value != null) path.append(drawing ? 'L' : 'M')
          .append(Pen.point(x(i, values.size()), y(value, low, high)));
      drawing = value != null;
    }
    return path.toString();
  }

  private static double x(int i, int n) {
    return MARGIN + (WIDTH - 2 * MARGIN) * i / (n - 1);
  }

  private static double y(double value, double low, double high) {
    if (high == low) return HEIGHT / 2d;
    return HEIGHT - MARGIN - (value - low) / (high - low) * (HEIGHT - 2 * MARGIN);
  }
}
