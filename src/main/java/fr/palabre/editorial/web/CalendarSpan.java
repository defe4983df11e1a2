package fr.palabre.editorial.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The days a view of the calendar shows around a date. Weeks begin on Monday (ISO 8601).
 *
 * @param view {@code mois}, {@code semaine} or {@code liste}
 */
public record CalendarSpan(String view, LocalDate date) {
  private static final List<String> VIEWS = List.of("mois", "semaine", "liste");
  private static final int LIST_DAYS = 28;

  public CalendarSpan {
    if (!VIEWS.contains(view)) view = "mois";
  }

  public LocalDate first() {
    return switch (view) {
      case "semaine" -> monday(date);
      case "liste" -> date;
      default -> monday(date.withDayOfMonth(1));
    };
  }

  /** The day after the last one shown. */
  public LocalDate end() {
    return switch (view) {
      case "semaine" -> first().plusDays(7);
      case "liste" -> first().plusDays(LIST_DAYS);
      default -> monday(date.with(TemporalAdjusters.lastDayOfMonth())).plusDays(7);
    };
  }

  public List<LocalDate> days() {
    return first().datesUntil(end()).toList();
  }

  public LocalDate before() {
    return switch (view) {
      case "semaine" -> date.minusWeeks(1);
      case "liste" -> date.minusDays(LIST_DAYS);
      default -> date.withDayOfMonth(1).minusMonths(1);
    };
  }

  public LocalDate after() {
    return switch (view) {
      case "semaine" -> date.plusWeeks(1);
      case "liste" -> date.plusDays(LIST_DAYS);
      default -> date.withDayOfMonth(1).plusMonths(1);
    };
  }

  /** Whether the day belongs to the month shown; every day does in the other views. */
  public boolean holds(LocalDate day) {
    return !view.equals("mois") || day.getMonth() == date.getMonth();
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
