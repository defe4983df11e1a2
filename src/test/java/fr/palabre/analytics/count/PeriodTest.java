package fr.palabre.analytics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

  @Test
  void thePreviousPeriodHasAsManyDaysAndTheSameWeekdays() {
    var ten = Period.lasting(10, SUNDAY);
    assertThat(ten.previous().days()).isEqualTo(10);
    assertThat(ten.previous().from().getDayOfWeek()).isEqualTo(ten.from().getDayOfWeek());
    assertThat(ten.previous().to()).isBefore(ten.from());
    assertThat(Period.lasting(28, SUNDAY).previous().to())
        .isEqualTo(Period.lasting(28, SUNDAY).from().minusDays(1));
  }

  @Test
  void aWholeMonthIsComparedWithTheMonthBefore() {
    var november = Period.month(YearMonth.of(2026, 11));
    assertThat(november.previous()).isEqualTo(Period.month(YearMonth.of(2026, 10)));
    assertThat(november.weekendDays()).isEqualTo(9);
  }

  @Test
  void daysToComeHaveNotElapsed() {
    assertThat(Period.month(YearMonth.of(2026, 11)).elapsed(SUNDAY)).isEqualTo(22);
  }
}
