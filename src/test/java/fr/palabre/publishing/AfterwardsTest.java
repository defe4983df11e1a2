package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.FreezeScope;
import fr.palabre.testing.FakeNetwork;
import org.junit.jupiter.api.Test;

class AfterwardsTest extends PublishingScene {

  @Test
  void aPublishedPostIsDeletedThroughTheSameEngine() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + network.online.getFirst().remoteId());
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void aDeletionWhoseAnswerIsLostIsDoneAgain() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    network.next(FakeNetwork.ACCEPT_THEN_CUT);
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    at(clock.instant().plusSeconds(2));
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void aPostCanBeDeletedWhileAllIsFrozen() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    in(() -> freezes.freeze(manager, new FreezeScope.Brand(), "Crise"));
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void aThreadIsDeletedFromItsEnd() {
    var content = scheduled(LONG, NOON);
    at(AT_NOON);
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(network.acts).containsExactlyElementsOf(network.online.reversed().stream()
        .map(o -> "delete " + o.remoteId()).toList());
  }

  @Test
  void aCorrectionReplacesTheWordsThatAreOut() {
    var content = scheduled("Bonjuor", NOON);
    at(AT_NOON);
    var part = parts(post(content)).getFirst().id();
    assertThat(in(() -> afterwards.correct(manager, post(content), part, "Bonjour"))).isTrue();
    sender.runDue();
    assertThat(network.acts).containsExactly("edit " + network.online.getFirst().remoteId());
    assertThat(in(() -> afterwards.messages(post(content)))).singleElement()
        .extracting(m -> m.draft().text()).isEqualTo("Bonjour");
  }

  @Test
  void aCorrectionTooLongForTheNetworkIsRefusedBeforeItIsSent() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    var part = parts(post(content)).getFirst().id();
    assertThat(in(() -> afterwards.correct(manager, post(content), part, "x".repeat(301))))
        .isFalse();
  }
}
