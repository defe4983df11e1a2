package fr.palabre.publishing;

import static fr.palabre.testing.FakeNetwork.ACCEPT_THEN_CUT;
import static fr.palabre.testing.FakeNetwork.answering;
import static fr.palabre.testing.MovableClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.Verdict;
import fr.palabre.editorial.AdaptationProgress.Status;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Planned;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.testing.FakeNetwork;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ScheduleTest extends PublishingScene {

  @Test
  void aPostWaitingForApprovalIsNeverPublished() {
    submitted("Pas encore validé", NOON);
    at(AT_NOON.plusSeconds(60));
    assertThat(network.keys).isEmpty();
  }

  @Test
  void whatIsValidatedGoesOutAtItsMinute() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON.minusMillis(1));
    assertThat(network.texts()).isEmpty();
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonjour");
    assertThat(again(content).stage()).isEqualTo(ContentStage.PUBLISHED);
  }

  @Test
  void whatIsChangedAfterItsValidationDoesNotGoOut() {
    var content = scheduled("Bonjour", NOON);
    save(content.id(), content.version(), "Bonsoir", "", account);
    at(AT_NOON);
    assertThat(network.keys).isEmpty();
  }

  @Test
  void whatIsChangedAndValidatedAgainGoesOutOnceAsValidatedLast() {
    var content = scheduled("Bonjour", NOON);
    var changed = save(content.id(), content.version(), "Bonsoir", "", account);
    approve(submit(changed, NOON));
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonsoir");
  }

  @Test
  void aContentThatIsMovedGoesOutAtItsNewHourOnly() {
    var content = scheduled("Bonjour", NOON);
    in(() -> contents.plan(writer, content.id(), NOON.plusHours(2)));
    at(AT_NOON.plusSeconds(60));
    assertThat(network.texts()).isEmpty();
    at(AT_NOON.plus(Duration.ofHours(2)));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void eachAccountSendsItsOwn() {
    var other = FakeNetwork.connect(accounts, brand);
    var content = submit(write("Bonjour", account, other), NOON);
    approve(content);
    at(AT_NOON);
    assertThat(network.online).extracting(FakeNetwork.Online::account)
        .containsExactlyInAnyOrder(account, other);
  }

  @Test
  void oneAccountThatRefusesLeavesTheOtherOut() {
    var other = FakeNetwork.connect(accounts, brand);
    var content = approve(submit(write("Bonjour", account, other), NOON));
    network.next(answering(new Rejected(Reason.FORBIDDEN, "403", "no")));
    at(AT_NOON);
    assertThat(again(content).stage()).isEqualTo(ContentStage.PARTLY_PUBLISHED);
  }

  @Test
  void theFirstReplyFollowsThePost() {
    var content = save(ContentId.next(), 0, "Bonjour", "Le lien est là", account);
    approve(submit(content, NOON));
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonjour", "Le lien est là");
    assertThat(network.online.getLast().draft().replyTo())
        .hasFieldOrPropertyWithValue("parentId", network.online.getFirst().remoteId());
  }

  @Test
  void aTextTooLongForOneMessageGoesOutAsAThreadInOrder() {
    var content = scheduled(LONG, NOON);
    at(AT_NOON);
    assertThat(network.online).hasSize(post(content).parts()).hasSizeGreaterThan(1);
    assertThat(parts(post(content))).extracting(Delivery::state)
        .containsOnly(DeliveryState.DELIVERED);
    assertThat(again(content).stage()).isEqualTo(ContentStage.PUBLISHED);
  }

  @Test
  void aLostAnswerIsSaidInDoubtUntilItIsSettled() {
    network.next(ACCEPT_THEN_CUT);
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    assertThat(status(content.id())).isEqualTo(Status.IN_DOUBT);
    at(AT_NOON.plusSeconds(2));
    assertThat(status(content.id())).isEqualTo(Status.PUBLISHED);
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void whatAPersonSawOnlineIsPublishedEvenWithoutItsAddress() {
    network.readable = false;
    network.next(ACCEPT_THEN_CUT);
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON);
    var part = parts(post(content)).getFirst().id();
    in(() -> deliveries.settleByPerson(manager, part, Verdict.WENT_OUT));
    assertThat(again(content).stage()).isEqualTo(ContentStage.PUBLISHED);
  }

  @Test
  void aPostALittleLateGoesOutAllTheSame() {
    scheduled("Bonjour", NOON);
    at(AT_NOON.plus(Duration.ofHours(2)));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void aPostTooLateWaitsForAPersonsWord() {
    var content = scheduled("Bonjour", NOON);
    at(AT_NOON.plus(Duration.ofHours(2)).plusSeconds(1));
    assertThat(network.keys).isEmpty();
    assertThat(parts(post(content)).getFirst().standing())
        .isEqualTo(new Standing.Held(Hold.LATE));
  }

  @Test
  void releasedTogetherPostsOfOneAccountGoOutAWhileApart() {
    var first = post(scheduled("Un", NOON));
    var second = post(scheduled("Deux", NOON.plusMinutes(1)));
    at(AT_NOON.plus(Duration.ofHours(5)));
    in(() -> publication.nowApart(manager, java.util.List.of(first.id(), second.id())));
    sender.runDue();
    assertThat(network.texts()).containsExactly("Un");
    at(clock.instant().plus(Publication.APART));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void aThreadReleasedLateGoesOutWhole() {
    var content = scheduled(LONG, NOON);
    at(AT_NOON.plus(Duration.ofHours(5)));
    in(() -> publication.now(manager, post(content).id()));
    sender.runDue();
    assertThat(network.online).hasSize(post(content).parts());
  }

  @Test
  void publishedNowItDoesNotGoOutAgainAtItsHour() {
    var post = post(scheduled("Bonjour", NOON));
    in(() -> publication.now(manager, post.id()));
    sender.runDue();
    at(AT_NOON);
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void publishedNowAContentOfOneAccountIsDatedNow() {
    var content = scheduled("Bonjour", NOON);
    in(() -> publication.now(manager, post(content).id()));
    sender.runDue();
    assertThat(again(content).planned()).isEqualTo(
        new Planned(START.atZone(brand.zone()).toLocalDateTime(), brand.zone()));
  }

  @Test
  void publishedNowOnOneAccountAContentKeepsTheHourOfTheOthers() {
    var other = FakeNetwork.connect(accounts, brand);
    var content = approve(submit(write("Bonjour", account, other), NOON));
    in(() -> publication.now(manager, post(content).id()));
    sender.runDue();
    assertThat(network.texts()).hasSize(1);
    assertThat(again(content).planned()).isEqualTo(new Planned(NOON, brand.zone()));
  }

  @Test
  void aContentLeadsToWhatBecameOfItOnEachAccount() throws Exception {
    var content = scheduled("Bonjour", NOON);
    var path = "publication/contenus/" + content.id() + "/"
        + content.body().adaptations().getFirst().id();
    assertThat(page("contenus/" + content.id())).contains(path);
    mvc.perform(get("/" + brand.slug() + "/" + path).cookie(brands.session(manager.user())))
        .andExpect(redirectedUrl("/" + brand.slug() + "/publication/" + post(content).id()));
  }

  @Test
  void aCancelledPostNeverGoesOut() {
    var post = post(scheduled("Bonjour", NOON));
    assertThat(in(() -> publication.cancel(manager, post.id()))).isTrue();
    at(AT_NOON);
    assertThat(network.keys).isEmpty();
  }

  @Test
  void aPostIsNotMovedIntoThePast() {
    var post = post(scheduled("Bonjour", NOON));
    assertThat(in(() -> publication.move(manager, post.id(),
        LocalDateTime.parse("2026-11-23T08:00")))).isFalse();
  }

  private Status status(ContentId id) {
    return in(() -> contents.content(brand.id(), id)).progress().values().iterator().next()
        .status();
  }
}
