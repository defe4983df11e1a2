package fr.palabre.publishing.recurrence;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which dates a rule means. */
class RhythmTest {
  private static final LocalDate MONDAY_23 = LocalDate.parse("2026-11-23");

  @Test
  void everyWeekOnItsDays() {
    assertThat(days(new Rhythm.Weekly(1, List.of(THURSDAY, MONDAY)), MONDAY_23, 4))
        .isEqualTo("2026-11-23 2026-11-26 2026-11-30 2026-12-03");
  }

  @Test
  void everySecondWeekCountsFromTheWeekOfTheFirstDate() {
    assertThat(days(new Rhythm.Weekly(2, List.of(MONDAY, THURSDAY)), MONDAY_23.plusDays(1), 3))
        .isEqualTo("2026-11-26 2026-12-07 2026-12-10");
  }

  @Test
  void theThirtyFirstIsTheLastDayOfAShorterMonth() {
    assertThat(days(new Rhythm.MonthlyDate(1, 31), LocalDate.parse("2027-01-15"), 4))
        .isEqualTo("2027-01-31 2027-02-28 2027-03-31 2027-04-30");
  }

  @Test
  void theLastFridayAndTheFirstMonday() {
    assertThat(days(new Rhythm.MonthlyWeekday(1, -1, FRIDAY), MONDAY_23, 3))
        .isEqualTo("2026-11-27 2026-12-25 2027-01-29");
    assertThat(days(new Rhythm.MonthlyWeekday(2, 1, MONDAY), MONDAY_23, 2))
        .isEqualTo("2027-01-04 2027-03-01");
  }

  @Test
  void aRuleEndsAtItsDateOrAfterItsCount() {
    var weekly = new Rhythm.Weekly(1, List.of(MONDAY));
    var far = MONDAY_23.plusYears(1);
    assertThat(new RecurrenceRule(weekly, LocalTime.NOON, MONDAY_23, MONDAY_23.plusWeeks(2), null)
        .dates(far)).hasSize(3);
    assertThat(new RecurrenceRule(weekly, LocalTime.NOON, MONDAY_23, null, 5).dates(far))
        .hasSize(5);
  }

  @Test
  void datesOfAnyRuleFollowEachOtherAndKeepTheirDistance() {
    var random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      var every = 1 + random.nextInt(6);
      var day = DayOfWeek.of(1 + random.nextInt(7));
      var from = MONDAY_23.plusDays(random.nextInt(3652));
      var weekly = new Rhythm.Weekly(every, List.of(day)).from(from).limit(20).toList();
      for (int k = 1; k < weekly.size(); k++)
        assertThat(ChronoUnit.WEEKS.between(weekly.get(k - 1), weekly.get(k))).isEqualTo(every);
      var monthly = new Rhythm.MonthlyDate(every, 1 + random.nextInt(31)).from(from).limit(20)
          .toList();
      assertThat(monthly).isSorted().doesNotHaveDuplicates()
          .allSatisfy(date -> assertThat(date).isAfterOrEqualTo(from));
    }
  }

  private static String days(Rhythm rhythm, LocalDate first, int count) {
    return rhythm.from(first).limit(count).map(LocalDate::toString)
        .collect(Collectors.joining(" "));
  }
}
