package fr.palabre.network.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.ReadsActivity.Pace;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final Pace PACE = new Pace(Duration.ofSeconds(20), Duration.ofMinutes(5));

  @Test
  void aQuietAccountIsAskedLessAndLessOftenDownToItsSlowestPace() {
    var gaps = Stream.iterate(PACE.fastest(), gap -> Rhythm.afterSilence(gap, PACE)).limit(12);
    assertThat(gaps.toList()).isSorted().endsWith(PACE.slowest());
  }

  @Test
  void whereSomethingHappenedTheNextQuestionComesAtTheFastestPace() {
    assertThat(Rhythm.afterNews(PACE)).isEqualTo(PACE.fastest());
  }

  @Test
  void aNetworkThatFailsIsLeftAQuarterOfAnHourAtMost() {
    var gaps = Stream.iterate(PACE.fastest(), gap -> Rhythm.afterFailure(gap, PACE)).limit(12);
    assertThat(gaps.toList()).isSorted().endsWith(Duration.ofMinutes(15));
  }
}
