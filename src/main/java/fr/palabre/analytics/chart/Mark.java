package fr.palabre.analytics.chart;

import org.jspecify.annotations.Nullable;

/** One thing drawn. Colours come from the class, so that each theme and the paper have their own. */
public sealed interface Mark {
  String css();

  record Line(String css, String path) implements Mark {}

  /**
   * @param says what a pointer resting on it reads; null for nothing
   */
  record Bar(String css, double x, double y, double width, double height, @Nullable String says)
      implements Mark {}

  record Dot(String css, double x, double y, double radius, @Nullable String says)
      implements Mark {}

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  record Label(String css, double x, double y, String anchor, String text) implements Mark {}
}
