package fr.palabre.delivery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.simulation.Ledger.Wrong;
import java.time.Instant;
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

  private void begun(Instant clock, Instant latest) {
    item.hours.add(new Item.Hour(ledger.next(), LATEST.minusSeconds(60), LATEST));
    var strand = new Strand("lane", new Node(1), clock);
    strand.begunAt = ledger.next();
    strand.begunClock = clock;
    strand.begunLatest = latest;
    ledger.called(item, strand);
  }
}
