package fr.palabre.delivery.engine;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import fr.palabre.network.Quotas;
import fr.palabre.testing.FakeNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No call goes beyond what a network allows. */
class QuotaTest extends EngineScene {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  /** The window, and the slot in which the first was counted. */
  private static final Instant FREE = START.plus(WINDOW).plusSeconds(10);
  @Autowired Quotas quotas;
  @Autowired Ledger ledger;

  @BeforeEach
  void threePostsInTenMinutes() {
    network.rules = List.of(new QuotaRule("posts", 3, WINDOW, Map.of(Spending.PUBLISH, 1)));
  }

  @Test
  void whatTheNetworkAllowsGoesOutAndTheRestWaitsInSightUntilItFits() {
    var posts = five();
    engine.runDue();
    assertThat(network.texts()).containsExactly("1", "2", "3");
    assertThat(delivery(posts.get(3)).standing())
        .isEqualTo(new Standing.Scheduled(FREE, Because.QUOTA));
    assertThat(delivery(posts.get(4)).standing())
        .isEqualTo(new Standing.Scheduled(FREE, Because.QUOTA));
  }

  @Test
  void whatWaitedGoesOutInItsOrderOnceItFits() {
    five();
    engine.runDue();
    clock.set(FREE.minusSeconds(1));
    engine.runDue();
    assertThat(network.texts()).hasSize(3);
    clock.set(FREE);
    engine.runDue();
    assertThat(network.texts()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void anotherNodeKnowsWhatThisOneSpent() {
    five();
    engine.runDue();
    engine.leave();
    clock.advance(seconds(60));
    anotherEngine().runDue();
    assertThat(network.keys).hasSize(3);
  }

  @Test
  void anotherAccountHasItsOwn() {
    five();
    engine.runDue();
    account = FakeNetwork.connect(accounts, brand);
    post("ailleurs");
    engine.runDue();
    assertThat(network.texts()).contains("ailleurs");
  }

  @Test
  void whatCostsNothingIsNotStopped() {
    five();
    engine.runDue();
    submit(new Act.Delete("m1"), START, null);
    engine.runDue();
    assertThat(network.acts).containsExactly("delete m1");
  }

  @Test
  void whatTheNetworkSaysIsLeftHoldsWhateverWasCounted() {
    var again = START.plusSeconds(120);
    quotas.seen(accounts.account(brand.id(), account), "posts", 3L, 0, again);
    var id = post("Bonjour");
    engine.runDue();
    assertThat(network.keys).isEmpty();
    assertThat(delivery(id).standing())
        .isEqualTo(new Standing.Scheduled(again, Because.QUOTA));
    clock.set(again);
    engine.runDue();
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void whenTheNetworkSaysThereIsMoreItGoesOn() {
    var seen = accounts.account(brand.id(), account);
    quotas.seen(seen, "posts", 3L, 0, START.plusSeconds(120));
    quotas.seen(seen, "posts", 3000L, 3000, START.plusSeconds(120));
    post("Bonjour");
    engine.runDue();
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void anActThatCostsMorePointsLeavesFewer() {
    network.rules = List.of(new QuotaRule("points", 8, WINDOW, Map.of(Spending.PUBLISH, 3)));
    five();
    engine.runDue();
    assertThat(network.texts()).containsExactly("1", "2");
  }

  @Test
  void whatLeavesBeforeItsActIsPaidForToo() {
    var two = List.of(new Cost("uploads", 2, 3, 10, 610));
    post("Bonjour");
    assertThat(ledger.spend(brand.id(), account, two)).isTrue();
    assertThat(ledger.spend(brand.id(), account, two)).isFalse();
    clock.set(START.plusSeconds(610));
    assertThat(ledger.spend(brand.id(), account, two)).isTrue();
  }

  @Test
  void whatNoWindowReachesIsForgotten() {
    five();
    engine.runDue();
    clock.advance(Ledger.LONGEST.plus(WINDOW));
    ledger.sweep();
    assertThat(inBrand(() -> jdbc.sql("select count(*) from delivery_spend")
        .query(Integer.class).single())).isZero();
  }

  @Test
  void aFrozenAccountSpendsNothing() {
    inBrand(() -> freezes.freeze(me, new FreezeScope.Brand(), "crise"));
    var posts = five();
    engine.runDue();
    assertThat(posts).allSatisfy(id ->
        assertThat(delivery(id).state()).isEqualTo(DeliveryState.WAITING));
    assertThat(inBrand(() -> jdbc.sql("select count(*) from delivery_spend")
        .query(Integer.class).single())).isZero();
  }

  private List<DeliveryId> five() {
    return IntStream.rangeClosed(1, 5).mapToObj(i -> post(String.valueOf(i))).toList();
  }
}
