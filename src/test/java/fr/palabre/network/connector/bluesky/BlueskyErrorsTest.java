package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Reading;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.Ids;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The refusals that a real server gave, in our closed list. */
class BlueskyErrorsTest {
  private final MovableClock clock = new MovableClock();
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky =
      new BlueskyConnector(OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, clock);

  @ParameterizedTest
  @CsvSource({
    "createRecord-too-long, TEXT_TOO_LONG",
    "createRecord-too-heavy, TEXT_TOO_LONG",
    "createRecord-image-too-heavy, MEDIA_TOO_LARGE",
    "createRecord-five-images, MEDIA_REFUSED"
  })
  void aRefusedPostSaysWhatWasWrongWithIt(String name, Reason reason) {
    assertThat(publishedWhenAnswered(recorded(400, name))).isEqualTo(new Rejected(
        reason, "InvalidRequest", body(name).path("message").asString()));
  }

  @ParameterizedTest
  @CsvSource({
    "400, expired-token, ExpiredToken",
    "400, invalid-token, InvalidToken",
    "401, missing-token, AuthMissing",
    "401, createRecord-other-account, AuthenticationRequired",
    "401, createRecord-deactivated, AccountDeactivated",
    "401, createRecord-taken-down, AccountTakedown"
  })
  void aTokenThatIsNotAcceptedDisconnects(int status, String name, String code) {
    assertThat(publishedWhenAnswered(recorded(status, name))).isEqualTo(new Disconnected(code));
    network.next("app.bsky.notification.listNotifications", recorded(status, name));
    assertThat(bluesky.activity(network.session(), null))
        .isEqualTo(new Reading.Disconnected<>(code));
  }

  @Test
  void anImageSweptAwayBeforeItsPostIsSentAgain() {
    assertThat(publishedWhenAnswered(recorded(400, "createRecord-blob-unknown")))
        .isEqualTo(new NotSent("BlobNotFound"));
  }

  @Test
  void aServerInTroubleLeavesTheOutcomeUnknown() {
    assertThat(publishedWhenAnswered(new Response(502, java.util.Map.of(), new byte[0])))
        .isEqualTo(new Unknown("HTTP 502"));
  }

  @Test
  void aServerInTroubleBeforeThePostLeavesNothingOut() {
    network.next("com.atproto.identity.resolveHandle", Response.json(502, "{}"));
    assertThat(publish(PostDraft.of("Merci @fan.test"))).isEqualTo(new NotSent("HTTP 502"));
    assertThat(network.posts()).isZero();
  }

  @Test
  void aThrottleWithoutAnHourWaitsAMinute() {
    assertThat(publishedWhenAnswered(recorded(429, "rate-limit"))).isEqualTo(new RetryAfter(
        clock.instant().plus(Duration.ofMinutes(1)), "RateLimitExceeded"));
  }

  @Test
  void aThrottledReadingWaitsAsLongAsItIsTold() {
    network.next("app.bsky.notification.listNotifications",
        recorded(429, "rate-limit").with("retry-after", "290"));
    assertThat(bluesky.activity(network.session(), null))
        .isEqualTo(new Reading.Throttled<>(clock.instant().plusSeconds(290)));
  }

  @Test
  void aReplyToWhatIsGoneIsNotSent() {
    var gone = "at://did:plc:fan/app.bsky.feed.post/3n2u4qbcp7c2b";
    assertThat(publish(PostDraft.of("Trop tard").inReplyTo(new ReplyTo(gone, gone, false, null))))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.PARENT_GONE));
    assertThat(network.posts()).isZero();
  }

  @Test
  void somebodyElsesPostCannotBeDeleted() {
    assertThat(bluesky.delete(network.session(), BlueskyStandIn.FANS_REPLY))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.FORBIDDEN));
    assertThat(network.asked).isEmpty();
  }

  @Test
  void aCallThatMayStillArriveIsNotSaidToBeLost() {
    var key = new DeliveryKey(Ids.next());
    var draft = PostDraft.of("En route");
    var sent = clock.instant();
    assertThat(bluesky.settle(network.session(), draft, key, sent))
        .isInstanceOf(fr.palabre.network.Settlement.CannotTell.class);
    clock.advance(Duration.ofMinutes(1));
    assertThat(bluesky.settle(network.session(), draft, key, sent))
        .isEqualTo(new fr.palabre.network.Settlement.Absent());
  }

  @Test
  void aCallThatArrivesAfterItWasSaidToBeLostIsTheSamePost() {
    var key = new DeliveryKey(Ids.next());
    var draft = PostDraft.of("En retard");
    bluesky.publish(network.session(), draft, key);
    // The first call, late; the server says no more than that it failed.
    assertThat(bluesky.publish(network.session(), draft, key))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(network.posts()).isEqualTo(1);
  }

  private DeliveryOutcome publishedWhenAnswered(Response answer) {
    network.next("com.atproto.repo.createRecord", answer);
    return publish(PostDraft.of("Bonjour"));
  }

  private DeliveryOutcome publish(PostDraft draft) {
    return bluesky.publish(network.session(), draft, new DeliveryKey(Ids.next()));
  }
}
