package fr.palabre.analytics.count;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days from the first to the last, both included. */
public record Period(LocalDate from, LocalDate to) {
  private static final int LONGEST = 366;

  public Period {
    if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
    if (ChronoUnit.DAYS.between(from, to) >= LONGEST)
      throw new IllegalArgumentException("A period has at most " + LONGEST + " days");
  }

  public static Period lasting(int days, LocalDate to) {
    return new Period(to.minusDays(days - 1L), to);
  }

  public static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  public int days() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }

  public Stream<LocalDate> each() {
    return from.datesUntil(to.plusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean wholeMonth() {
    return equals(month(YearMonth.from(from)));
  }

  /**
   * The period it is compared with: the month before a whole month, else as many days with the same
   * weekdays.
   */
  public Period previous() {
    if (wholeMonth()) return month(YearMonth.from(from).minusMonths(1));
    int weeks = (days() + 6) / 7;
    return new Period(from.minusWeeks(weeks), to.minusWeeks(weeks));
  }

  /** The periods before it, nearest first. */
  public List<Period> before(int count) {
    return Stream.iterate(previous(), Period::previous).limit(count).toList();
  }

  public long weekendDays() {
    return each().filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0).count();
  }

  /** The part of it that has begun by then. */
  public int elapsed(LocalDate today) {
    return (int) IntStream.range(0, days()).filter(i -> !from.plusDays(i).isAfter(today)).count();
  }
}
