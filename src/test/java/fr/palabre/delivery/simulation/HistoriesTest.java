package fr.palabre.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.engine.Spoilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A share of what {@code bin/bench engine} plays; each run plays other histories. */
class HistoriesTest {
  private static final int SHARE = Integer.getInteger("palabre.histories", 400);
  private static final int MOST = 2000;

  @Test
  void whateverHappensEachPostIsOutOnceAtMostInItsOrderAndNoneIsLost() {
    var all = Histories.of(SHARE, System.nanoTime(), 1);
    assertThat(all.failures()).isEmpty();
    assertThat(all.played()).isEqualTo(SHARE);
  }

  @Test
  void aHistoryPlayedAgainFromItsSeedGoesTheSameWay() {
    var first = Histories.of(20, 42, 1);
    assertThat(Histories.of(20, 42, 2).met()).isEqualTo(first.met());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT")
  void anEngineSpoiltInOneWayIsFoundOut(Spoilt how) {
    var all = Histories.spoilt(how, MOST, 42);
    assertThat(all.failures()).as(how + ", after " + all.played()).isNotEmpty();
  }
}
