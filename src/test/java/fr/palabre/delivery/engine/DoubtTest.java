package fr.palabre.delivery.engine;

import static fr.palabre.testing.FakeNetwork.ACCEPT;
import static fr.palabre.testing.FakeNetwork.ACCEPT_THEN_CUT;
import static fr.palabre.testing.FakeNetwork.CUT;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Verdict;
import fr.palabre.network.PostDraft;
import fr.palabre.platform.backup.HouseRestored;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class DoubtTest extends EngineScene {
  @Autowired ApplicationEventPublisher events;

  @Test
  void aCallWhoseAnswerIsLostIsSettledBeforeAnythingElse() {
    network.next(ACCEPT_THEN_CUT);
    var id = post("Un");
    engine.runDue();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.UNKNOWN);
    later(seconds(2));
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void whatIsCertainlyAbsentIsSentAgainUnderTheSameKey() {
    network.next(CUT);
    var id = post("Un");
    engine.runDue();
    later(seconds(2));
    assertThat(network.texts()).containsExactly("Un");
    assertThat(network.keys).containsExactly(id.key(), id.key());
  }

  @Test
  void theAccountIsReadBackLessAndLessOften() {
    network.readable = false;
    network.next(ACCEPT_THEN_CUT);
    post("Un");
    engine.runDue();
    later(seconds(2));
    later(seconds(9));
    assertThat(network.readings).hasValue(1);
    later(seconds(1));
    assertThat(network.readings).hasValue(2);
  }

  @Test
  void theAccountIsReadBackOnceItCanBeSaidThatACallDidNotArrive() {
    network.readable = false;
    network.next(CUT);
    post("Un");
    engine.runDue();
    for (var wait : new int[] {2, 10, 20}) later(seconds(wait));
    network.readable = true;
    later(seconds(29));
    assertThat(network.texts()).isEmpty();
    // A minute after it left, connectors can tell.
    later(seconds(1));
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void whenReadingTellsNothingAPersonDecidesAndNothingIsSentMeanwhile() {
    var id = undecided();
    assertThat(delivery(id).standing()).isEqualTo(new Standing.Undecided(START));
    later(seconds(1_000_000));
    assertThat(network.keys).hasSize(1);
  }

  @Test
  void aPersonWhoSawItClosesTheMatter() {
    var id = undecided();
    inBrand(() -> deliveries.settleByPerson(me, id, Verdict.WENT_OUT));
    engine.runDue();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void whatWouldHaveAnsweredItThenWaitsInSight() {
    network.readable = false;
    network.next(ACCEPT_THEN_CUT);
    var first = post("Un");
    var second = post("Deux", START, first);
    readUntilTired();
    inBrand(() -> deliveries.settleByPerson(me, first, Verdict.WENT_OUT));
    engine.runDue();
    assertThat(delivery(second).state()).isEqualTo(DeliveryState.REFUSED);
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aPersonWhoDidNotSeeItHasItSentAgain() {
    network.readable = false;
    network.next(CUT);
    var id = post("Un");
    readUntilTired();
    inBrand(() -> deliveries.settleByPerson(me, id, Verdict.NOT_SENT));
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void anotherPostOfTheAccountGoesOutMeanwhile() {
    network.readable = false;
    network.next(ACCEPT_THEN_CUT);
    post("Un");
    post("Deux");
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void nothingFurtherOfAThreadGoesOutWhileOneIsUnknown() {
    network.readable = false;
    network.next(ACCEPT, ACCEPT_THEN_CUT);
    post("Trois", START, post("Deux", START, post("Un")));
    readUntilTired();
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void aThreadGoesOnWhereItStoppedOnceTheUnknownIsFound() {
    network.next(ACCEPT, ACCEPT_THEN_CUT);
    post("Trois", START, post("Deux", START, post("Un")));
    engine.runDue();
    later(seconds(2));
    assertThat(network.texts()).containsExactly("Un", "Deux", "Trois");
  }

  @Test
  void eachPartAnswersTheOneBeforeItInTheThreadOfTheFirst() {
    post("Trois", START, post("Deux", START, post("Un")));
    engine.runDue();
    var ids = network.online.stream().map(o -> o.remoteId()).toList();
    assertThat(network.online.get(1).draft().replyTo())
        .isEqualTo(new PostDraft.ReplyTo(ids.get(0), ids.get(0), false, null));
    assertThat(network.online.get(2).draft().replyTo())
        .isEqualTo(new PostDraft.ReplyTo(ids.get(1), ids.get(0), false, null));
  }

  @Test
  void anActHarmlessTwiceIsSimplyDoneAgain() {
    network.next(ACCEPT_THEN_CUT);
    var id = submit(new Act.Like("m1"), START, null);
    engine.runDue();
    later(seconds(2));
    assertThat(network.acts).containsExactly("like m1", "like m1");
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(network.readings).hasValue(0);
  }

  @Test
  void aRestoredHouseLooksForWhatItMayHaveSentSinceItsBackup() {
    var id = post("Un", START.plusSeconds(60), null);
    later(seconds(60));
    // As its row was in the backup.
    inBrand(() -> jdbc.sql("""
            update delivery_delivery set standing = 'SCHEDULED', why = 'HOUR', next_at = not_before,
                   remote_id = null, root_id = null, permalink = null
             where id = :id
            """).param("id", id.value()).update());
    events.publishEvent(new HouseRestored(START));
    engine.runDue();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(network.texts()).containsExactly("Un");
  }

  @Test
  void aRestoredHouseSendsWhatIsNotThereAndWaitsForWhatIsNotDue() {
    post("Un", START.plusSeconds(60), null);
    var later = post("Deux", START.plusSeconds(3600), null);
    clock.advance(seconds(120));
    events.publishEvent(new HouseRestored(START));
    engine.runDue();
    assertThat(network.texts()).containsExactly("Un");
    assertThat(network.readings).hasValue(1);
    assertThat(delivery(later).state()).isEqualTo(DeliveryState.WAITING);
  }

  private fr.palabre.delivery.DeliveryId undecided() {
    network.readable = false;
    network.next(ACCEPT_THEN_CUT);
    var id = post("Un");
    readUntilTired();
    return id;
  }

  private void readUntilTired() {
    engine.runDue();
    for (int i = 0; i < 8; i++) later(seconds(1800));
  }
}
