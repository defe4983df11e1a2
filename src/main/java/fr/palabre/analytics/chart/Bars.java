package fr.palabre.analytics.chart;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bars over days. */
public record Bars(String css, List<Day> days) {
  public enum Look {
    /** Known and closed. */
    FULL,
    /** Its value is shared with the days before it: hatched. */
    SHARED,
    /** It may still move: outlined. */
    OPEN,
    /** It passed, and is not known: a cross. */
    UNKNOWN,
    /** It has not come yet: nothing. */
    TO_COME
  }

  /**
   * @param value null where it is not known
   * @param says what the bar reads as
   */
  public record Day(@Nullable Double value, Look look, String says) {}

  List<Double> known() {
    return days.stream().map(Day::value).filter(Objects::nonNull).toList();
  }

  public boolean any(Look look) {
    return days.stream().anyMatch(d -> d.look() == look);
  }
}
