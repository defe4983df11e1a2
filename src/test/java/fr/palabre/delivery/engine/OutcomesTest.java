package fr.palabre.delivery.engine;

import static fr.palabre.testing.FakeNetwork.answering;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.PostDraft;
import fr.palabre.testing.FakeNetwork;
import org.junit.jupiter.api.Test;

class OutcomesTest extends EngineScene {

  @Test
  void aPostGoesOutAtItsHourAndNotBefore() {
    post("Midi", START.plusSeconds(60), null);
    later(seconds(59));
    assertThat(network.texts()).isEmpty();
    later(seconds(1));
    assertThat(network.texts()).containsExactly("Midi");
  }

  @Test
  void whatTheNetworkGaveIsKept() {
    var id = post("Un");
    engine.runDue();
    assertThat(delivery(id).standing()).isInstanceOfSatisfying(Standing.Confirmed.class,
        c -> assertThat(c.permalink()).hasToString("https://essai.test/" + c.remoteId()));
  }

  @Test
  void theAttemptIsWrittenBeforeTheCall() {
    var id = post("Un");
    network.next(accept -> {
      assertThat(delivery(id).state()).isEqualTo(DeliveryState.CALLING);
      assertThat(story(id)).singleElement().extracting("result").isNull();
      return accept.get();
    });
    engine.runDue();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void whatWasTakenBackIsNeverSent() {
    var id = post("Un");
    inBrand(() -> deliveries.cancel(brand.id(), id));
    engine.runDue();
    assertThat(network.keys).isEmpty();
  }

  @Test
  void whatBeganCannotBeTakenBack() {
    var id = post("Un");
    network.next(accept -> {
      assertThat(inBrand(() -> deliveries.cancel(brand.id(), id))).isFalse();
      return accept.get();
    });
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aThrottledPostWaitsExactlyAsTold() {
    var until = START.plusSeconds(97);
    network.next(answering(new RetryAfter(until, "429")));
    var id = post("Un");
    engine.runDue();
    assertThat(delivery(id).standing())
        .isEqualTo(new Standing.Scheduled(until, Because.THROTTLED));
    clock.set(until.minusMillis(1));
    engine.runDue();
    assertThat(network.texts()).isEmpty();
    clock.set(until);
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aThrottledAccountKeepsItsOrder() {
    network.next(answering(new RetryAfter(START.plusSeconds(10), "429")));
    post("Un");
    post("Deux");
    engine.runDue();
    assertThat(network.keys).hasSize(1);
    later(seconds(10));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void whatWasNotSentIsTriedAgainLaterAndLater() {
    network.next(answering(new NotSent("connection refused")),
        answering(new NotSent("connection refused")));
    var id = post("Un");
    engine.runDue();
    assertThat(delivery(id).standing())
        .isEqualTo(new Standing.Scheduled(START.plusSeconds(2), Because.UNREACHABLE));
    later(seconds(2));
    assertThat(delivery(id).standing())
        .isEqualTo(new Standing.Scheduled(START.plusSeconds(7), Because.UNREACHABLE));
    later(seconds(5));
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aPostThatNeverPassesDoesNotHoldTheOthersForEver() {
    var no = answering(new NotSent("media lost"));
    network.next(no, no, no);
    post("Un");
    post("Deux");
    engine.runDue();
    later(seconds(2));
    later(seconds(5));
    assertThat(network.texts()).containsExactly("Deux");
  }

  @Test
  void aRefusalIsFinal() {
    network.next(answering(new Rejected(Reason.TEXT_TOO_LONG, "400", "too long")));
    var id = post("Un");
    engine.runDue();
    later(seconds(100_000));
    assertThat(network.keys).hasSize(1);
    assertThat(delivery(id).standing()).isEqualTo(
        new Standing.Refused(new Rejected(Reason.TEXT_TOO_LONG, "400", "too long")));
  }

  @Test
  void aRefusedPostIsTriedAgainWhenAPersonHasMendedIt() {
    network.next(answering(new Rejected(Reason.TEXT_TOO_LONG, "400", "too long")));
    var id = post("Trop long");
    engine.runDue();
    inBrand(() -> deliveries.retry(me, id, new Act.Publish(PostDraft.of("Court"))));
    engine.runDue();
    assertThat(network.texts()).containsExactly("Court");
  }

  @Test
  void aLostAccountIsAskedForAndItsPostsWaitInSight() {
    network.next(answering(new Disconnected("401")));
    var first = post("Un");
    var second = post("Deux");
    engine.runDue();
    assertThat(network.keys).hasSize(1);
    assertThat(accounts.account(brand.id(), account).standing().name()).isEqualTo("DISCONNECTED");
    assertThat(delivery(first).standing()).isEqualTo(new Standing.Held(Hold.RECONNECTION));
    assertThat(delivery(second).standing()).isEqualTo(new Standing.Held(Hold.RECONNECTION));
  }

  @Test
  void onceTheAccountIsConnectedAgainWhatWaitedGoesOut() {
    network.next(answering(new Disconnected("401")));
    post("Un");
    engine.runDue();
    FakeNetwork.connect(accounts, brand, "compte");
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aPostThatIsTooLateAsksFirst() {
    var id = hand(new NewDelivery(brand.id(), account, new Act.Publish(PostDraft.of("Un")),
        subject(), START, START.plusSeconds(7200), null, me.user()));
    later(seconds(7201));
    assertThat(network.keys).isEmpty();
    assertThat(delivery(id).standing()).isEqualTo(new Standing.Held(Hold.LATE));
    inBrand(() -> deliveries.release(me, id, clock.instant()));
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void theAccountWaitsAsToldEvenWhereThePostIsTooLateByThen() {
    network.next(answering(new RetryAfter(START.plusSeconds(8000), "429")));
    hand(new NewDelivery(brand.id(), account, new Act.Publish(PostDraft.of("Un")), subject(),
        START, START.plusSeconds(7200), null, me.user()));
    post("Deux");
    engine.runDue();
    later(seconds(7999));
    assertThat(network.keys).hasSize(1);
    later(seconds(1));
    assertThat(network.texts()).containsExactly("Deux");
  }

  @Test
  void aPostToldToWaitBeyondItsLatestHourAsksAtOnce() {
    network.next(answering(new RetryAfter(START.plusSeconds(8000), "429")));
    var id = hand(new NewDelivery(brand.id(), account, new Act.Publish(PostDraft.of("Un")),
        subject(), START, START.plusSeconds(7200), null, me.user()));
    engine.runDue();
    assertThat(delivery(id).standing()).isEqualTo(new Standing.Held(Hold.LATE));
  }
}
