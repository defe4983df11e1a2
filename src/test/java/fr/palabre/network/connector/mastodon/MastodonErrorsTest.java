package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.FANS_REPLY;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.body;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;
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
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's refusals, in our closed list. */
class MastodonErrorsTest {
  private static final String STATUSES = "/api/v1/statuses";
  private final MovableClock clock = new MovableClock();
  private final MastodonStandIn network = new MastodonStandIn(clock);
  private final MastodonConnector mastodon = new MastodonConnector(OpenDoor.toThisMachine(),
      (_, _, _, _, _) -> {}, (_, _) -> {}, _ -> true, clock);

  @ParameterizedTest
  @CsvSource({
    "422, error-too-long, TEXT_TOO_LONG",
    "422, error-blank, TEXT_EMPTY",
    "422, error-blank-fr, TEXT_EMPTY",
    "422, error-file, MEDIA_REFUSED",
    "422, error-scopes-unknown, INVALID",
    "403, error-scope, FORBIDDEN",
    "403, error-not-allowed, FORBIDDEN",
    "404, error-not-found, NOT_FOUND"
  })
  void aRefusedPostSaysWhatWasWrongWithIt(int status, String name, Reason reason) {
    assertThat(publishedWhenAnswered(written(status, name))).isEqualTo(new Rejected(
        reason, "HTTP " + status, body(name).path("error").asString()));
  }

  @ParameterizedTest
  @CsvSource({"401, error-token", "401, error-revoked", "403, error-disabled"})
  void aTokenThatIsNotAcceptedDisconnects(int status, String name) {
    var words = body(name).path("error").asString();
    assertThat(publishedWhenAnswered(written(status, name))).isEqualTo(new Disconnected(words));
    network.next("GET", "/api/v1/notifications", written(status, name));
    assertThat(mastodon.activity(network.session(), null))
        .isEqualTo(new Reading.Disconnected<>(words));
  }

  @Test
  void imagesThatAreNotReadyAreSentAgain() {
    assertThat(publishedWhenAnswered(written(422, "error-not-ready")))
        .isEqualTo(new NotSent(body("error-not-ready").path("error").asString()));
  }

  @Test
  void aServerInTroubleLeavesTheOutcomeUnknown() {
    assertThat(publishedWhenAnswered(new Response(502, Map.of(), "<html>".getBytes())))
        .isEqualTo(new Unknown("HTTP 502"));
    assertThat(publishedWhenAnswered(written(503, "error-race"))).isInstanceOf(Unknown.class);
  }

  @Test
  void aServerInTroubleBeforeThePostLeavesNothingOut() {
    network.next("GET", STATUSES + "/" + FANS_REPLY, Response.json(503, "{}"));
    assertThat(publish(PostDraft.of("Merci")
        .inReplyTo(new ReplyTo(FANS_REPLY, FANS_REPLY, false, null))))
        .isEqualTo(new NotSent("HTTP 503"));
    assertThat(network.posts()).isZero();
  }

  @Test
  void aThrottleWithoutAnHourWaitsAMinute() {
    assertThat(publishedWhenAnswered(written(429, "error-throttled"))).isEqualTo(
        new RetryAfter(clock.instant().plus(Duration.ofMinutes(1)), "HTTP 429"));
  }

  @ParameterizedTest
  @CsvSource({
    "X-RateLimit-Reset, 2026-11-21T09:05:00.123456Z, 2026-11-21T09:05:00.123456Z",
    "X-RateLimit-Reset, 1795251900, 2026-11-21T09:05:00Z"
  })
  void aThrottledReadingWaitsAsLongAsItIsTold(String header, String value, String until) {
    network.next("GET", "/api/v1/notifications",
        written(429, "error-throttled").with(header, value));
    assertThat(mastodon.activity(network.session(), null))
        .isEqualTo(new Reading.Throttled<>(Instant.parse(until)));
  }

  @Test
  void aReplyToWhatIsGoneIsNotSent() {
    assertThat(publish(PostDraft.of("Trop tard").inReplyTo(new ReplyTo("1", "1", false, null))))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.PARENT_GONE));
    assertThat(network.received("POST", STATUSES)).isEmpty();
  }

  @Test
  void aReplyToWhatGoesAtThatVeryMomentIsRefusedForThat() {
    network.next("POST", STATUSES, written(404, "error-reply-gone"));
    assertThat(publish(PostDraft.of("Trop tard")
        .inReplyTo(new ReplyTo(FANS_REPLY, FANS_REPLY, false, null))))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.PARENT_GONE));
  }

  @Test
  void likingWhatIsGoneIsRefused() {
    assertThat(mastodon.like(network.session(), "1", new DeliveryKey(Ids.next())))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  private DeliveryOutcome publishedWhenAnswered(Response answer) {
    network.next("POST", STATUSES, answer);
    return publish(PostDraft.of("Bonjour"));
  }

  private DeliveryOutcome publish(PostDraft draft) {
    return mastodon.publish(network.session(), draft, new DeliveryKey(Ids.next()));
  }
}
