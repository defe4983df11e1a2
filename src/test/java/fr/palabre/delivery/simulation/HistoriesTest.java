package fr.palabre.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.palabre.delivery.engine.Spoilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

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

  /** A house that starts beside this test sets anew what is logged, down to each connection. */
  @Test
  void whatIsLoggedChangesNoHistory() {
    var told = (Logger) LoggerFactory.getLogger("org.springframework.jdbc");
    told.setAdditive(false);
    told.setLevel(Level.TRACE);
    try {
      assertThat(Histories.of(5, 42, 1).failures()).isEmpty();
    } finally {
      told.setLevel(null);
      told.setAdditive(true);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT")
  void anEngineSpoiltInOneWayIsFoundOut(Spoilt how) {
    var all = Histories.spoilt(how, MOST, 42);
    assertThat(all.failures()).as(how + ", after " + all.played()).isNotEmpty();
  }
}
