package fr.palabre.delivery.engine;

import static fr.palabre.testing.FakeNetwork.ACCEPT_THEN_CUT;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process is killed between two steps; the next one neither doubles nor loses. */
class CrashTest extends EngineScene {
  @Autowired NetworkCalls calls;

  @Test
  void killedAfterItTookTheLane() {
    var id = post("Un");
    takeLane();
    recover();
    assertThat(network.texts()).containsExactly("Un");
    assertThat(network.readings).hasValue(0);
    assertThat(delivery(id).attempts()).isEqualTo(1);
  }

  @Test
  void killedAfterTheAttemptWasWrittenAndBeforeTheCall() {
    var id = post("Un");
    begin();
    recover();
    assertThat(network.readings).hasValue(1);
    assertThat(network.texts()).containsExactly("Un");
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void killedAfterTheNetworkAcceptedAndBeforeItWasWritten() {
    var id = post("Un");
    begin();
    callWithoutWriting(id);
    recover();
    assertThat(network.texts()).containsExactly("Un");
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void killedAfterTheOutcomeWasWrittenAndBeforeItWasTold() {
    var id = post("Un");
    var lane = takeLane();
    drain.run(lane, () -> true, Duration.ZERO);
    recover();
    assertThat(network.texts()).containsExactly("Un");
    assertThat(untold()).isZero();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void killedWhileItLookedForALostCall() {
    network.next(ACCEPT_THEN_CUT);
    var id = post("Un");
    engine.runDue();
    clock.advance(seconds(2));
    takeLane();
    recover();
    assertThat(network.texts()).containsExactly("Un");
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void killedBetweenTwoPartsOfAThread() {
    var first = post("Un");
    post("Deux", START, first);
    var lane = takeLane();
    var due = store.due(lane, clock.instant()).getFirst();
    var begun = begin(lane, due).orElseThrow();
    journal.answer(Answer.of(due, begun, callWithoutWriting(first), clock.instant()));
    recover();
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void killedInTheMiddleOfAnActHarmlessTwice() {
    var id = submit(new Act.Delete("m1"), START, null);
    begin();
    recover();
    clock.advance(seconds(2));
    engine.runDue();
    assertThat(network.acts).containsExactly("delete m1");
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void whatADeadEngineHeldIsLeftAloneWhileItMayLive() {
    post("Un");
    begin();
    clock.advance(Engine.LEASE.minusMillis(1));
    anotherEngine().runDue();
    assertThat(network.readings).hasValue(0);
  }

  @Test
  void anEngineThatLostItsLaneCanBeginNothing() {
    post("Un");
    post("Deux");
    var dead = takeLane();
    var due = store.due(dead, clock.instant());
    clock.advance(Engine.LEASE);
    anotherEngine().take(50, clock.instant());
    assertThat(begin(dead, due.getFirst())).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterItWasGivenUpIsKept() {
    network.readable = false;
    var id = post("Un");
    var lane = takeLane();
    var due = store.due(lane, clock.instant()).getFirst();
    var begun = begin(lane, due).orElseThrow();
    clock.advance(Engine.LEASE);
    anotherEngine().runDue();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.UNKNOWN);
    journal.answer(Answer.of(due, begun, callWithoutWriting(id), clock.instant()));
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aLateAnswerThatAsksToWaitStopsWhoeverHoldsTheLaneByThen() {
    var first = post("Un");
    post("Deux");
    var lane = takeLane();
    var due = store.due(lane, clock.instant());
    var begun = begin(lane, due.getFirst()).orElseThrow();
    clock.advance(Engine.LEASE);
    var other = anotherEngine();
    other.beat();
    var theirs = other.take(50, clock.instant()).getFirst();
    var until = clock.instant().plusSeconds(60);
    journal.answer(Answer.of(due.getFirst(), begun, new DeliveryOutcome.RetryAfter(until, "429"),
        clock.instant()));
    assertThat(begin(theirs, due.getLast())).isEmpty();
    assertThat(delivery(first).attempts()).isEqualTo(1);
  }

  @Test
  void anEngineThatComesToLifeAgainHoldsNothingOfWhatItHeldBefore() {
    post("Un");
    var lane = takeLane();
    clock.advance(Engine.LEASE);
    anotherEngine().runDue();
    post("Deux");
    engine.beat();
    engine.see(lane);
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void anEngineWhoseLeaseIsOverMakesNoCall() {
    post("Un");
    var lane = takeLane();
    var looks = new AtomicInteger();
    drain.run(lane, () -> looks.incrementAndGet() == 1, Duration.ZERO);
    assertThat(network.keys).isEmpty();
  }

  private Lane takeLane() {
    engine.beat();
    return engine.take(50, clock.instant()).getFirst();
  }

  private void begin() {
    var lane = takeLane();
    begin(lane, store.due(lane, clock.instant()).getFirst()).orElseThrow();
  }

  private DeliveryOutcome callWithoutWriting(DeliveryId id) {
    var draft = ((Act.Publish) delivery(id).act()).draft();
    return calls.call(accounts.account(brand.id(), account), PublishesPosts.class,
        (PublishesPosts c, AccountSession s) -> c.publish(s, PostDraft.of(draft.text()), id.key()));
  }

  /** The process is started again, once the lease of the one that died is over. */
  private void recover() {
    clock.advance(Engine.LEASE);
    anotherEngine().runDue();
  }

  private long untold() {
    return scope.everywhere(() -> jdbc.sql(
        "select count(*) from delivery_delivery where tell_at is not null")
        .query(Long.class).single());
  }
}
