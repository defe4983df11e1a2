package fr.palabre.today;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.web.DayItem.Moment;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DayPlanTest {
  @Test
  void theMorningBeginsWithAnswersThenTheJournal() {
    assertThat(Routine.at(LocalTime.of(9, 0))).startsWith(Moment.ANSWERS, Moment.JOURNAL);
  }

  @Test
  void theAfternoonIsForCreation() {
    assertThat(Routine.at(LocalTime.of(14, 0))).startsWith(Moment.ANSWERS, Moment.CREATION);
  }

  @Test
  void noMomentOfTheDayIsForgotten() {
    for (var hour : new int[] {8, 15})
      assertThat(Routine.at(LocalTime.of(hour, 0)))
          .containsExactlyInAnyOrder(Moment.values());
  }
}
