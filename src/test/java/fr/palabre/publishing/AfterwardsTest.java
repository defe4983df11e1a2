package fr.palabre.publishing;

import static fr.palabre.delivery.DeliveryState.CANCELLED;
import static fr.palabre.delivery.DeliveryState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentStage;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.testing.FakeNetwork;
import org.junit.jupiter.api.Test;

class AfterwardsTest extends PublishingScene {
  private static final Rejected NO = new Rejected(Reason.FORBIDDEN, "no", "");

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
  void aFirstReplyIsDeletedWithItsPost() {
    var content = out("Bonjour", "La recette est là");
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(1), "delete " + remote(0));
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void whatWasDeletedSaysByWhomAndLeadsNowhere() throws Exception {
    var content = out("Bonjour", "La recette est là");
    var page = "publication/" + post(content).id();
    assertThat(page(page)).contains("Voir en ligne", "Supprimer du réseau");
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(page(page)).contains("Suppression · Première réponse", "Suppression · Le message",
            "À la demande de " + manager.name(), "C’est fait")
        .doesNotContain("Voir en ligne", "Supprimer du réseau");
    assertThat(page("contenus/" + content.id())).contains("supprimé").doesNotContain("en ligne<");
    assertThat(again(content).stage()).isEqualTo(ContentStage.PUBLISHED);
  }

  @Test
  void whatOfAThreadDidNotGoOutNeverWillOnceItIsDeleted() {
    network.next(FakeNetwork.ACCEPT, FakeNetwork.answering(NO));
    var content = out(LONG, "");
    in(() -> afterwards.remove(manager, post(content)));
    assertThat(parts(post(content))).extracting(Delivery::state)
        .containsExactly(DELIVERED, CANCELLED, CANCELLED);
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(0));
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void whatArrivesAfterItsDeletionWasAskedForIsDeletedToo() {
    network.next(FakeNetwork.ACCEPT, FakeNetwork.ACCEPT_THEN_CUT);
    var content = out(LONG, "");
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(0));
    assertThat(post(content).state()).isEqualTo(PostState.IN_DOUBT);
    at(clock.instant().plusSeconds(300));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(0), "delete " + remote(1));
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void aDeletionThatItsNetworkRefusedCanBeAskedForAgain() {
    var content = out("Bonjour", "");
    network.next(FakeNetwork.answering(NO));
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(post(content).state()).isEqualTo(PostState.OUT);
    in(() -> afterwards.remove(manager, post(content)));
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(0));
    assertThat(post(content).state()).isEqualTo(PostState.REMOVED);
  }

  @Test
  void aDeletionThatSomebodyGaveUpStaysSo() {
    var content = out("Bonjour", "La recette est là");
    network.next(FakeNetwork.ACCEPT, FakeNetwork.answering(NO));
    in(() -> afterwards.remove(manager, post(content)));
    sender.runDue();
    var refused = in(() -> deliveries.of(brand.id(), post(content).id().removal())).getLast();
    in(() -> deliveries.drop(manager, refused.id()));
    sender.runDue();
    assertThat(network.acts).containsExactly("delete " + remote(1));
    assertThat(post(content).state()).isEqualTo(PostState.OUT);
  }

  @Test
  void whatIsNotOutCannotBeDeletedThere() {
    var content = scheduled("Bonjour", NOON);
    assertThat(in(() -> afterwards.remove(manager, post(content)))).isFalse();
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonjour");
    assertThat(network.acts).isEmpty();
  }

  @Test
  void aFirstReplyIsCorrectedLikeItsPost() {
    var content = out("Bonjour", "La recete est là");
    var reply = in(() -> afterwards.messages(post(content))).getLast();
    in(() -> afterwards.correct(manager, post(content), reply.part(), "La recette est là"));
    sender.runDue();
    assertThat(network.acts).containsExactly("edit " + remote(1));
    assertThat(in(() -> afterwards.messages(post(content))).getLast().words())
        .isEqualTo("La recette est là");
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

  private Content out(String text, String firstReply) {
    var content = scheduled(text, firstReply, NOON);
    at(AT_NOON);
    return content;
  }

  private String remote(int place) {
    return network.online.get(place).remoteId();
  }
}
