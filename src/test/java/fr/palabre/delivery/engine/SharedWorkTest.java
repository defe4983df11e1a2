package fr.palabre.delivery.engine;

import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.network.AccountId;
import fr.palabre.network.PostDraft;
import fr.palabre.testing.FakeNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

class SharedWorkTest extends EngineScene {

  @Test
  @Timeout(5)
  void anEngineThatHoldsALaneSaysInTimeThatItLives() throws InterruptedException {
    post("Un");
    assertThat(engine.take(1, clock.instant())).hasSize(1);
    clock.advance(seconds(3));
    engine.awaitBeat();
    engine.beat();
    clock.advance(seconds(6));
    assertThat(anotherEngine().take(1, clock.instant())).isEmpty();
    clock.advance(seconds(3));
    assertThat(anotherEngine().take(1, clock.instant())).hasSize(1);
  }

  @Test
  void anEngineThatStartedItsOwnDatabaseWaitsForNoDeadOne() {
    post("Un");
    assertThat(anotherEngine().take(1, clock.instant())).hasSize(1);
    assertThat(engine.take(1, clock.instant())).isEmpty();
    engine.alone();
    assertThat(engine.take(1, clock.instant())).hasSize(1);
  }

  @Test
  void whatSomebodyIsMovingIsNotOvertakenByWhatComesAfterIt() {
    var first = post("Un");
    post("Deux");
    brands.within(brand, () -> {
      jdbc.sql("select from delivery_delivery where id = :id for update")
          .param("id", first.value()).query((_, _) -> true).list();
      CompletableFuture.runAsync(engine::runDue).join();
      return true;
    });
    assertThat(network.texts()).isEmpty();
    later(seconds(1));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void severalEnginesOnOneDatabaseSendEachPostOnceAndInOrder() throws Exception {
    var all = accounts(12);
    for (var one : all) for (int i = 0; i < 8; i++) post(one, "p" + i);
    try (var engines = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 3; i++) engines.submit(() -> anotherEngine().runDue());
    }
    var expected = IntStream.range(0, 8).mapToObj(i -> "p" + i).toList();
    for (var one : all) assertThat(sentBy(one)).isEqualTo(expected);
  }

  @Test
  void twoEnginesNeverHoldTheSameAccount() {
    accounts(5).forEach(one -> post(one, "p"));
    var first = anotherEngine();
    var second = anotherEngine();
    first.beat();
    second.beat();
    var held = new HashSet<AccountId>();
    first.take(3, clock.instant()).forEach(l -> held.add(l.account()));
    second.take(50, clock.instant()).forEach(l -> assertThat(held.add(l.account())).isTrue());
    assertThat(held).hasSize(5);
  }

  @Test
  void whatAnotherEngineIsTakingDoesNotHideWhatIsLeft() {
    var theirs = accounts(3);
    theirs.forEach(one -> post(one, "p", START.minusSeconds(1)));
    var left = accounts(2);
    left.forEach(one -> post(one, "p"));
    brands.within(brand, () -> {
      jdbc.sql("select from delivery_lane where account_id = any(:ids) for update")
          .param("ids", theirs.stream().map(AccountId::value).toArray(UUID[]::new))
          .query((_, _) -> true).list();
      var taken = CompletableFuture.supplyAsync(() -> engine.take(3, clock.instant())).join();
      assertThat(taken).extracting(Lane::account).containsExactlyInAnyOrderElementsOf(left);
      return true;
    });
  }

  @Test
  void aStalledAccountDoesNotDelayTheOthers() throws Exception {
    var stalled = new CountDownLatch(1);
    var others = accounts(5);
    network.next(accept -> {
      await(stalled);
      return accept.get();
    });
    post("Lent");
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = background.submit(engine::runDue);
      while (network.keys.isEmpty()) Thread.onSpinWait();
      others.forEach(one -> post(one, "p"));
      anotherEngine().runDue();
      assertThat(network.texts()).hasSize(5).doesNotContain("Lent");
      stalled.countDown();
      slow.get(30, TimeUnit.SECONDS);
    }
    assertThat(network.texts()).contains("Lent");
  }

  @Test
  void aLaneThatAnEngineTookWithoutHearingSoIsSeenThroughAllTheSame() {
    var lanes = new LanesUnheard();
    engine = new Engine(lanes, drain, teller, clock);
    post("Un");
    lanes.deaf = true;
    assertThatThrownBy(engine::runDue).isInstanceOf(DataAccessResourceFailureException.class);
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aLaneGivenBackAndTakenAgainBothUnheardIsSeenThroughAllTheSame() {
    var lanes = new LanesUnheard();
    engine = new Engine(lanes, drain, teller, clock);
    post("Un");
    var lane = engine.take(1, clock.instant()).getFirst();
    lanes.deaf = true;
    engine.see(lane);
    post("Deux");
    assertThatThrownBy(() -> engine.take(1, clock.instant()))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(engine.take(1, clock.instant())).hasSize(1).allSatisfy(engine::see);
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void theEngineSleepsUntilAMomentBeforeTheNextDueInstant() {
    var at = START.plusSeconds(4321);
    post("Plus tard", at, null);
    engine.beat();
    assertThat(engine.next(clock.instant())).contains(at.minus(Engine.AHEAD));
  }

  @Test
  void theEngineLooksAgainWhenAnotherMayBeFoundDead() {
    post("Un");
    var other = anotherEngine();
    other.beat();
    other.take(50, clock.instant());
    assertThat(engine.next(clock.instant())).contains(START.plus(Engine.LEASE));
  }

  /** While nobody hears it, what is done is done, and the answer is lost: up to the next taking. */
  private final class LanesUnheard extends Lanes {
    boolean deaf;

    LanesUnheard() {
      super(jdbc, scope);
    }

    @Override
    List<Lane> take(UUID engine, Instant now, Instant by, int atMost) {
      var taken = super.take(engine, now, by, atMost);
      if (!deaf) return taken;
      deaf = false;
      throw new DataAccessResourceFailureException("cut");
    }

    @Override
    void release(UUID engine, Lane lane, @Nullable Instant waitUntil) {
      super.release(engine, lane, waitUntil);
      if (deaf) throw new DataAccessResourceFailureException("cut");
    }
  }

  private List<AccountId> accounts(int n) {
    var all = new ArrayList<AccountId>();
    for (int i = 0; i < n; i++) all.add(FakeNetwork.connect(accounts, brand));
    return all;
  }

  private void post(AccountId from, String text) {
    post(from, text, START);
  }

  private void post(AccountId from, String text, Instant at) {
    hand(new NewDelivery(brand.id(), from, new Act.Publish(PostDraft.of(text)), subject(), at, null,
        me.user()));
  }

  private List<String> sentBy(AccountId one) {
    return network.online.stream().filter(o -> o.account().equals(one)).map(FakeNetwork.Online::text)
        .collect(Collectors.toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
