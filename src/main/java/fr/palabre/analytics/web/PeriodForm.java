package fr.palabre.analytics.web;

import fr.palabre.analytics.count.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The period in an address: a number of days up to the last that is over, {@code mois} or
 * {@code mois-dernier}, or two dates. Whatever cannot be read is the last four weeks.
 */
public record PeriodForm(@Nullable String periode, @Nullable String du, @Nullable String au) {
  static final String DEFAULT = "28";
  private static final int LONGEST = 365;

  Period period(LocalDate lastDay) {
    var from = day(du);
    var to = day(au);
    if (from != null && to != null) return between(from, to);
    return switch (chosen()) {
      case "7" -> Period.lasting(7, lastDay);
      case "90" -> Period.lasting(90, lastDay);
      case "mois" -> Period.month(YearMonth.from(lastDay));
      case "mois-dernier" -> Period.month(YearMonth.from(lastDay).minusMonths(1));
      default -> Period.lasting(28, lastDay);
    };
  }

  /** Which of the ready periods it is; empty where two dates are given. */
  String chosen() {
    if (day(du) != null && day(au) != null) return "";
    return periode == null ? DEFAULT : periode;
  }

  /** The same in an address. */
  String query() {
    return chosen().isEmpty() ? "du=" + day(du) + "&au=" + day(au) : "periode=" + chosen();
  }

  private static Period between(LocalDate one, LocalDate other) {
    var from = one.isBefore(other) ? one : other;
    var to = one.isBefore(other) ? other : one;
    return new Period(from.isBefore(to.minusDays(LONGEST)) ? to.minusDays(LONGEST) : from, to);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
