package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is paid ahead is spent before it is used, never lent beyond its slot, and goes back. */
class PurseTest extends EngineScene {
  /** Ten posts in ten minutes, counted ten seconds together. */
  private static final List<Cost> POST = List.of(new Cost("posts", 1, 10, 10, 610));
  private static final List<Cost> DEAR = List.of(new Cost("posts", 3, 10, 10, 610));
  @Autowired Ledger ledger;
  @Autowired Quotas quotas;
  private List<Due> posts;
  private Purse purse;

  @BeforeEach
  void aLaneOfTwelvePosts() {
    IntStream.rangeClosed(1, 12).forEach(i -> post(String.valueOf(i)));
    engine.beat();
    var lane = engine.take(1, clock.instant()).getFirst();
    posts = store.due(lane, clock.instant());
    purse = new Purse(journal, ledger, lane);
  }

  @Test
  void severalArePaidForAtOnceAndBegunOneByOne() {
    assertThat(purse.begin(posts.get(0), POST, 4)).get()
        .extracting(Begun::paidAhead).isEqualTo(3);
    assertThat(spent()).containsExactly(Map.entry(START, 4));
    begin(1, 2, 3);
    assertThat(spent()).containsExactly(Map.entry(START, 4));
    begin(4);
    assertThat(spent()).containsExactly(Map.entry(START, 5));
  }

  @Test
  void whatWasNotBegunGoesBack() {
    purse.begin(posts.get(0), POST, 4);
    begin(1);
    purse.giveBack();
    purse.giveBack();
    assertThat(spent()).containsExactly(Map.entry(START, 2));
  }

  @Test
  void noMoreIsPaidForThanTheQuotaAllows() {
    begin(0, 1, 2, 3, 4, 5, 6);
    assertThat(purse.begin(posts.get(7), POST, 5)).get()
        .extracting(Begun::paidAhead).isEqualTo(2);
    begin(8, 9);
    assertThat(purse.begin(posts.get(10), POST, 2)).isEmpty();
    assertThat(spent()).containsExactly(Map.entry(START, 10));
  }

  @Test
  void inTheNextSlotItIsPaidForAgain() {
    purse.begin(posts.get(0), POST, 4);
    clock.set(START.plusSeconds(10));
    begin(1);
    assertThat(spent()).containsOnly(Map.entry(START, 1), Map.entry(START.plusSeconds(10), 1));
  }

  // The clock moves between asking and committing.
  @Test
  void whatWasPaidForBeginsNothingOnceItsSlotIsOver() {
    var begun = purse.begin(posts.get(0), POST, 2).orElseThrow();
    var until = Cost.slotEnd(POST, begun.at());
    assertThat(until).isEqualTo(START.plusSeconds(10));
    clock.set(until);
    assertThat(journal.begin(lane(), posts.get(1), Payment.before(until))).isEmpty();
    clock.set(until.minusMillis(1));
    assertThat(journal.begin(lane(), posts.get(1), Payment.before(until))).isPresent();
  }

  @Test
  void whatCostsMoreIsPaidForByItself() {
    purse.begin(posts.get(0), POST, 4);
    purse.begin(posts.get(1), DEAR, 1);
    assertThat(spent()).containsExactly(Map.entry(START, 4));
  }

  @Test
  void whereTheNetworkSaysThatLittleIsLeftNothingIsPaidAhead() {
    left(5);
    assertThat(purse.begin(posts.get(0), POST, 4)).get()
        .extracting(Begun::paidAhead).isEqualTo(0);
  }

  @Test
  void whatTheNetworkSaysIsLeftHoldsForWhatWasPaidAheadToo() {
    purse.begin(posts.get(0), POST, 4);
    left(0);
    assertThat(purse.begin(posts.get(1), POST, 3)).isEmpty();
    assertThat(spent()).containsExactly(Map.entry(START, 1));
  }

  private void left(long remaining) {
    quotas.seen(accounts.account(brand.id(), account), "posts", 10L, remaining,
        START.plus(Duration.ofMinutes(5)));
  }

  private Lane lane() {
    return new Lane(brand.id(), account, 1);
  }

  private void begin(int... numbers) {
    for (int n : numbers) assertThat(purse.begin(posts.get(n), POST, 1)).isPresent();
  }

  private Map<Instant, Integer> spent() {
    return inBrand(() -> jdbc.sql("select slot_at, points from delivery_spend where points > 0")
        .query((row, _) -> Map.entry(instant(row, "slot_at"),
            row.getInt("points")))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
