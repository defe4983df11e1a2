package fr.palabre.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.simulation.Ledger.Wrong;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge is judged too. */
class LedgerTest {
  private static final Instant LATEST = Instant.parse("2026-11-23T08:00:00Z");
  private final Ledger ledger = new Ledger();
  private final Item item = new Item(0, 0, new Act.Like("1"), null, false);

  @Test
  void whatBeginsAfterItsLatestHourIsForbidden() {
    begun(LATEST.plusSeconds(1), LATEST.plusSeconds(1));
    assertThat(ledger.violations).extracting(Ledger.Violation::wrong)
        .containsExactly(Wrong.FORBIDDEN);
  }

  @Test
  void onAClockThatWasSetBackTheLatestHourIsStillToCome() {
    begun(LATEST.minusSeconds(10), LATEST.plusSeconds(10));
    assertThat(ledger.violations).isEmpty();
  }

  @Test
  void whatBeginsBeyondWhatTheNetworkAllowsIsForbidden() {
    assertThat(spends(0)).isFalse();
    assertThat(spends(30)).isTrue();
    assertThat(ledger.violations).isEmpty();
    spends(59);
    assertThat(ledger.violations).extracting(Ledger.Violation::wrong)
        .containsExactly(Wrong.FORBIDDEN);
  }

  @Test
  void whatTheNetworkForgotIsSpentNoLonger() {
    spends(0);
    spends(30);
    spends(60);
    assertThat(ledger.violations).isEmpty();
  }

  private boolean spends(long second) {
    var strand = new Strand("lane", new Node(1), LATEST);
    strand.begunAt = ledger.next();
    strand.begunClock = LATEST.plusSeconds(second);
    return ledger.spends(item, strand, new QuotaRule("calls", 2, Duration.ofMinutes(1),
        Map.of(Spending.LIKE, 1)));
  }

  private void begun(Instant clock, Instant latest) {
    item.hours.add(new Item.Hour(ledger.next(), LATEST.minusSeconds(60), LATEST));
    var strand = new Strand("lane", new Node(1), clock);
    strand.begunAt = ledger.next();
    strand.begunClock = clock;
    strand.begunLatest = latest;
    ledger.called(item, strand);
  }
}
