package fr.palabre.analytics.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Days from left to right.
 *
 * @param name how a day is written under the axis
 */
public record DayAxis(List<LocalDate> days, Function<LocalDate, String> name) {
  private static final int LABEL = 58;

  /** The days named under the axis: Mondays, or first of the month, as many as there is room for. */
  List<Integer> named(double width) {
    int room = Math.max(2, (int) (width / LABEL));
    if (days.size() <= room) return all(_ -> true);
    var mondays = all(d -> d.getDayOfWeek() == DayOfWeek.MONDAY);
    if (mondays.size() <= room && mondays.size() > 1) return mondays;
    var firsts = all(d -> d.getDayOfMonth() == 1);
    if (firsts.size() <= room && firsts.size() > 1) return firsts;
    return List.of(0, days.size() - 1);
  }

  private List<Integer> all(Predicate<LocalDate> which) {
    return IntStream.range(0, days.size())
        .filter(i -> which.test(days.get(i))).boxed().toList();
  }
}
