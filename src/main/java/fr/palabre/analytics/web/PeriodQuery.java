package fr.palabre.analytics.web;

import fr.palabre.analytics.count.Period;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days a caller of the API asks for, both included; the last thirty if none are said. */
public record PeriodQuery(
    @Parameter(description = "First day, on the brand's calendar.", example = "2026-11-01")
    @Nullable LocalDate from,
    @Parameter(description = "Last day; at most 366 days in all.", example = "2026-11-23")
    @Nullable LocalDate to) {
  private static final int USUAL = 30;

  Period period(LocalDate today) {
    var last = to == null ? today : to;
    try {
      return from == null ? Period.lasting(USUAL, last) : new Period(from, last);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("bad-period");
    }
  }
}
