package fr.palabre.analytics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngagementTest {
  private static final List<Measured> POSTS =
      List.of(seen(60, 400), seen(90, 9000), seen(30, 600));

  @Test
  void aTotalRateIsARatioOfSums() {
    var rate = Engagement.total(RateKind.BY_DISPLAYS, POSTS);
    assertThat(rate.value().getAsDouble()).isCloseTo(0.018, within(1e-9));
  }

  @Test
  void theTypicalPostIsAMedianNeverAMeanOfRatios() {
    var spread = Engagement.typical(RateKind.BY_DISPLAYS, POSTS);
    assertThat(spread.median()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void reachIsNeverAdded() {
    var posts = List.of(
        new Measured(Figure.of(5), Figure.of(50), Figure.of(40), 100L),
        new Measured(Figure.of(5), Figure.of(50), Figure.of(40), 100L));
    assertThat(Engagement.total(RateKind.BY_REACH, posts).missing())
        .isEqualTo(Missing.NOT_ADDITIVE);
    assertThat(posts.getFirst().rate(RateKind.BY_REACH).value()).hasValue(0.125);
  }

  @Test
  void aMissingDenominatorIsNotReplacedByAnother() {
    var post = new Measured(Figure.of(5), Figure.none(Missing.NOT_OFFERED),
        Figure.none(Missing.NOT_OFFERED), 100L);
    assertThat(post.rate(RateKind.BY_DISPLAYS).value()).isEmpty();
    assertThat(post.rate(RateKind.BY_DISPLAYS).missing()).isEqualTo(Missing.NOT_OFFERED);
    assertThat(post.rate(RateKind.BY_FOLLOWERS).value()).hasValue(0.05);
  }

  @Test
  void aPostWithoutItsDenominatorIsLeftOutOfBothSumsAndCounted() {
    var rate = Engagement.total(RateKind.BY_DISPLAYS, List.of(seen(10, 100),
        new Measured(Figure.of(90), Figure.none(Missing.NOT_GIVEN),
            Figure.none(Missing.NOT_GIVEN), null)));
    assertThat(rate.value()).hasValue(0.1);
    assertThat(rate.posts()).isEqualTo(1);
    assertThat(rate.of()).isEqualTo(2);
  }

  @Test
  void noViewAtAllGivesNoRateRatherThanZero() {
    assertThat(seen(0, 0).rate(RateKind.BY_DISPLAYS).missing())
        .isEqualTo(Missing.NOTHING_TO_MEASURE);
  }

  @Test
  void anIntervalIsShownFromFivePostsOnAndHoldsTheRate() {
    var posts = IntStream.rangeClosed(1, 12).mapToObj(i -> seen(i * 3L, 100L * i + 50)).toList();
    var rate = Engagement.total(RateKind.BY_DISPLAYS, posts);
    assertThat(rate.interval().low()).isLessThan(rate.value().getAsDouble());
    assertThat(rate.interval().high()).isGreaterThan(rate.value().getAsDouble());
    assertThat(Engagement.total(RateKind.BY_DISPLAYS, POSTS).interval()).isNull();
  }

  @Test
  void theSameFiguresGiveTheSameIntervalEverywhere() {
    var posts = IntStream.rangeClosed(1, 9).mapToObj(i -> seen(i, 100)).toList();
    assertThat(Engagement.total(RateKind.BY_DISPLAYS, posts))
        .isEqualTo(Engagement.total(RateKind.BY_DISPLAYS, posts));
  }

  private static Measured seen(long interactions, long displays) {
    return new Measured(Figure.of(interactions), Figure.of(displays),
        Figure.none(Missing.NOT_OFFERED), null);
  }
}
