package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.delivery.DeliveryBoard;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.editorial.AdaptationProgress.Status;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.ContentStage;
import fr.palabre.publishing.LateRule.Then;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a post whose hour was missed. */
class LateTest extends PublishingScene {
  private static final Duration HOUR = Duration.ofHours(1);
  @Autowired LateChoices choices;
  @Autowired LatePolicy policy;
  @Autowired DeliveryBoard board;
  @Autowired ContentShelf shelf;

  @Test
  void aLittleLateItGoesOutWhateverIsToBecomeOfItBeyond() {
    late(HOUR, Then.SKIP, "Bonjour");
    at(AT_NOON.plus(HOUR));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void tooLateItIsLeftOutInSightAndNeverGoesOut() {
    var content = late(HOUR, Then.SKIP, "Bonjour");
    var id = post(content).id();
    at(AT_NOON.plus(HOUR).plusSeconds(1));
    at(AT_NOON.plus(Duration.ofDays(1)));
    assertThat(network.keys).isEmpty();
    var post = in(() -> publication.post(brand.id(), id));
    assertThat(post.state()).isEqualTo(PostState.SKIPPED);
    assertThat(parts(post).getFirst().standing()).isEqualTo(new Standing.Skipped());
    assertThat(in(() -> board.skipped(brand.id(), AT_NOON.minus(HOUR), 10))).hasSize(1);
    assertThat(again(content).progress().values()).extracting(p -> p.status())
        .containsExactly(Status.SKIPPED);
    assertThat(again(content).stage()).isEqualTo(ContentStage.FAILED);
  }

  @Test
  void aThreadTooLateIsLeftOutWhole() {
    var content = late(HOUR, Then.SKIP, LONG);
    var post = post(content);
    at(AT_NOON.plus(HOUR).plusSeconds(1));
    assertThat(parts(post)).hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part.standing()).isEqualTo(new Standing.Skipped()));
  }

  @Test
  void askedToAskAtOnceItWaitsForAPersonAMinuteLate() {
    var content = late(Duration.ZERO, Then.ASK, "Bonjour");
    at(AT_NOON.plusSeconds(60));
    assertThat(parts(post(content)).getFirst().standing())
        .isEqualTo(new Standing.Held(Hold.LATE));
  }

  @Test
  void whatIsChosenForNoContentFollowsTheBrand() {
    in(() -> policy.change(manager, new LateRule(Duration.ofMinutes(30), Then.SKIP)));
    var content = scheduled("Bonjour", NOON);
    assertThat(post(content).late()).isEqualTo(new LateRule(Duration.ofMinutes(30), Then.SKIP));
  }

  @Test
  void anotherChoiceHoldsForWhatAlreadyWaits() {
    var content = scheduled("Bonjour", NOON);
    in(() -> choices.choose(manager, content.id(), new LateChoice(HOUR, Then.SKIP)));
    assertThat(post(content).late()).isEqualTo(new LateRule(HOUR, Then.SKIP));
    var id = post(content).id();
    at(AT_NOON.plus(HOUR).plusSeconds(1));
    assertThat(in(() -> publication.post(brand.id(), id)).state()).isEqualTo(PostState.SKIPPED);
  }

  @Test
  void leftOutReopenedAndValidatedAgainItGoesOutAtItsNewHour() {
    var content = late(HOUR, Then.SKIP, "Bonjour");
    at(AT_NOON.plus(HOUR).plusSeconds(1));
    in(() -> shelf.reopen(writer, content.id()));
    approve(submit(again(content), NOON.plusHours(6)));
    at(AT_NOON.plus(Duration.ofHours(6)));
    assertThat(network.texts()).containsExactly("Bonjour");
  }

  @Test
  void afterASilenceTheOverduePostsOfAnAccountGoOutAWhileApart() {
    sender.runDue();
    var posts = List.of(post(scheduled("Un", NOON)), post(scheduled("Deux", NOON.plusMinutes(1))),
        post(scheduled("Trois", NOON.plusMinutes(2))));
    var back = AT_NOON.plus(HOUR);
    at(back);
    assertThat(network.texts()).containsExactly("Un");
    assertThat(parts(posts.get(2)).getFirst().standing()).isEqualTo(
        new Standing.Scheduled(back.plus(Publication.APART.multipliedBy(2)), Because.SPREAD));
    at(back.plus(Publication.APART));
    assertThat(network.texts()).containsExactly("Un", "Deux");
    at(back.plus(Publication.APART.multipliedBy(2)));
    assertThat(network.texts()).containsExactly("Un", "Deux", "Trois");
  }

  @Test
  void twoSilencesInARowDoNotMakeABurst() {
    sender.runDue();
    scheduled("Un", NOON);
    scheduled("Deux", NOON.plusMinutes(1));
    scheduled("Trois", NOON.plusMinutes(2));
    at(AT_NOON.plus(HOUR));
    at(AT_NOON.plus(HOUR).plus(Duration.ofMinutes(30)));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void whatIsOnTimeIsNotSpread() {
    scheduled("Un", NOON);
    scheduled("Deux", NOON);
    at(AT_NOON.plusSeconds(1));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  @Test
  void whatAThawReleasesMayBeMovedTogetherAWhileApart() {
    var posts = List.of(post(scheduled("Un", NOON)), post(scheduled("Deux", NOON)));
    in(() -> freezes.freeze(manager, new FreezeScope.Brand(), "crise"));
    at(AT_NOON.plusSeconds(60));
    in(() -> freezes.thaw(manager, freezes.active(brand.id()).getFirst().id()));
    assertThat(in(() -> publication.moveApart(manager,
        posts.stream().map(ScheduledPost::id).toList(), NOON.plusHours(3)))).isTrue();
    at(AT_NOON.plus(Duration.ofHours(3)));
    assertThat(network.texts()).containsExactly("Un");
    at(AT_NOON.plus(Duration.ofHours(3)).plus(Publication.APART));
    assertThat(network.texts()).containsExactly("Un", "Deux");
  }

  private Content late(Duration atMost, Then then, String text) {
    var content = write(text, account);
    in(() -> choices.choose(writer, content.id(), new LateChoice(atMost, then)));
    return approve(submit(content, NOON));
  }
}
