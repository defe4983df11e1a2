package fr.palabre.analytics.chart;

import java.util.Locale;

/** Coordinates as short text. */
final class Pen {
  private Pen() {}

  static String point(double x, double y) {
    return number(x) + " " + number(y);
  }

  static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10d;
  }
}
