package fr.palabre.publishing.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How something comes back. */
public sealed interface Rhythm {
  /** The names are stored. */
  enum Kind { WEEKLY, MONTHLY_DATE, MONTHLY_WEEKDAY }

  Kind kind();

  /** Weeks or months from one time to the next: 1 to 52. */
  int every();

  /** Its dates from one on, soonest first, without end. */
  Stream<LocalDate> from(LocalDate first);

  /** On these days, every so many weeks; the week of the first date is the first. */
  record Weekly(int every, List<DayOfWeek> days) implements Rhythm {
    public Weekly {
      atLeastOnce(every);
      days = List.copyOf(new TreeSet<>(days));
      if (days.isEmpty()) throw new IllegalArgumentException("A week has at least one day");
    }

    @Override
    public Kind kind() {
      return Kind.WEEKLY;
    }

    @Override
    public Stream<LocalDate> from(LocalDate first) {
      var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return Stream.iterate(monday, week -> week.plusWeeks(every))
          .flatMap(week -> days.stream().map(day -> week.plusDays(day.getValue() - 1)))
          .filter(date -> !date.isBefore(first));
    }
  }

  /** On this date of the month; on its last day where the month is shorter. */
  record MonthlyDate(int every, int date) implements Rhythm {
    public MonthlyDate {
      atLeastOnce(every);
      if (date < 1 || date > 31) throw new IllegalArgumentException("No month has a day " + date);
    }

    @Override
    public Kind kind() {
      return Kind.MONTHLY_DATE;
    }

    @Override
    public Stream<LocalDate> from(LocalDate first) {
      return months(first, every)
          .map(month -> month.atDay(Math.min(date, month.lengthOfMonth())))
          .filter(day -> !day.isBefore(first));
    }
  }

  /**
   * On the first, second, third, fourth or last such day of the month.
   *
   * @param nth 1 to 4; -1 for the last
   */
  record MonthlyWeekday(int every, int nth, DayOfWeek day) implements Rhythm {
    public MonthlyWeekday {
      atLeastOnce(every);
      if (nth != -1 && (nth < 1 || nth > 4))
        throw new IllegalArgumentException("Not every month has a " + nth + "th " + day);
    }

    @Override
    public Kind kind() {
      return Kind.MONTHLY_WEEKDAY;
    }

    @Override
    public Stream<LocalDate> from(LocalDate first) {
      return months(first, every)
          .map(month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day)))
          .filter(date -> !date.isBefore(first));
    }
  }

  private static Stream<YearMonth> months(LocalDate first, int every) {
    return Stream.iterate(YearMonth.from(first), month -> month.plusMonths(every));
  }

  private static void atLeastOnce(int every) {
    if (every < 1 || every > 52) throw new IllegalArgumentException("Every " + every);
  }
}
