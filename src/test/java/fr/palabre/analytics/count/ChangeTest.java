package fr.palabre.analytics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.palabre.analytics.count.Change.Habit;
import fr.palabre.analytics.count.Change.Kind;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Coverage WHOLE = new Coverage(28, 28);

  @Test
  void aPercentageNeedsABaseOfThirty() {
    assertThat(change(40, 20, WHOLE).kind()).isEqualTo(Kind.COUNT);
    assertThat(change(45, 30, WHOLE).kind()).isEqualTo(Kind.PERCENT);
    assertThat(change(45, 30, WHOLE).amount()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aPercentageNeedsNineDaysInTenObserved() {
    assertThat(change(45, 30, new Coverage(25, 28)).kind()).isEqualTo(Kind.COUNT);
  }

  @Test
  void nothingIsComparedBelowSixDaysInTenObserved() {
    assertThat(change(450, 300, new Coverage(16, 28)).shown()).isFalse();
  }

  @Test
  void whatIsMissingIsNotCompared() {
    assertThat(Change.of(Figure.of(45), Figure.none(Missing.COLLECTION_FAILED), WHOLE, 1, null))
        .isEqualTo(Change.NONE);
  }

  @Test
  void ratesChangeInPoints() {
    var now = new Measured(Figure.of(34), Figure.of(1000), Figure.none(Missing.NOT_OFFERED), null);
    var then = new Measured(Figure.of(30), Figure.of(1000), Figure.none(Missing.NOT_OFFERED), null);
    var change = Change.of(now.rate(RateKind.BY_DISPLAYS), then.rate(RateKind.BY_DISPLAYS));
    assertThat(change.kind()).isEqualTo(Kind.POINTS);
    assertThat(change.amount()).isCloseTo(0.004, within(1e-9));
  }

  @Test
  void monthsAreComparedByTheirDailyAverage() {
    var november = Change.of(Figure.of(300), Figure.of(310), WHOLE, 30 / 31d, null);
    assertThat(november.amount()).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatStaysWithinHabitIsStable() {
    var habit = Habit.of(100, 110, 90, 105, 95);
    assertThat(Change.of(Figure.of(112), Figure.of(95), WHOLE, 1, habit).stable(Figure.of(112)))
        .isTrue();
    assertThat(Change.of(Figure.of(180), Figure.of(95), WHOLE, 1, habit).stable(Figure.of(180)))
        .isFalse();
  }

  @Test
  void aHabitNeedsFourPeriods() {
    assertThat(Habit.of(100, 110, 90)).isNull();
  }

  private static Change change(long now, long before, Coverage coverage) {
    return Change.of(Figure.of(now), Figure.of(before), coverage, 1, null);
  }
}
