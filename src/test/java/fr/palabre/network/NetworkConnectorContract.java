package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every connector promises, whatever its network. Each connector's test extends it, on the
 * network itself or on a stand-in; {@link WireConnectorContract} adds what a wire can do to a call.
 * An ability that the connector does not have is not asked for.
 */
public abstract class NetworkConnectorContract {
  protected abstract NetworkConnector connector();

  /** An account of this network, with credentials that are good. */
  protected abstract AccountSession session();

  /** The same account, with credentials that the network no longer accepts. */
  protected abstract AccountSession revokedSession();

  /** How many posts of the account stand on the network. */
  protected abstract int postsOnTheNetwork();

  /** How many times anything was sent to the network; constant 0 where there is no wire. */
  protected abstract int callsReceived();

  /** The remote id of a message of somebody else that can be answered and liked. */
  protected abstract String messageOfSomeone();

  /** Real events as the network gives them; at least one of each kind that it has. */
  protected abstract List<RawEvent> events();

  @Test
  void itHasAProperNameAndAMark() {
    assertThat(connector().name()).isNotBlank();
    assertThat(connector().icon()).matches("[a-z0-9-]+");
  }

  @Test
  void theSameKeyTwiceNeverDoublesAPost() {
    var key = key();
    var before = postsOnTheNetwork();
    var first = delivered(publisher().publish(session(), draft("Une fois"), key));
    var second = delivered(publisher().publish(session(), draft("Une fois"), key));
    assertThat(second.remoteId()).isEqualTo(first.remoteId());
    assertThat(postsOnTheNetwork()).isEqualTo(before + 1);
  }

  @Test
  void aTooLongTextIsRejectedBeforeSending() {
    var calls = callsReceived();
    assertRejected(publisher().publish(session(), draft(text(limits().maxLength() + 1)), key()),
        Reason.TEXT_TOO_LONG);
    assertThat(callsReceived()).isEqualTo(calls);
  }

  @Test
  void aTextOfExactlyTheLimitGoesOut() {
    // Letters with a combining accent: one grapheme, more than one code point.
    var text = limits().unit() == Limits.Unit.GRAPHEMES && limits().maxBytes() == null
        ? "e\u0301".repeat(limits().maxLength())
        : text(limits().maxLength());
    assertThat(limits().accepts(text)).isTrue();
    delivered(publisher().publish(session(), draft(text), key()));
  }

  @Test
  void anEmptyPostIsRejectedBeforeSending() {
    var calls = callsReceived();
    assertRejected(publisher().publish(session(), draft("  "), key()), Reason.TEXT_EMPTY);
    assertThat(callsReceived()).isEqualTo(calls);
  }

  @Test
  void moreImagesThanTheNetworkTakesAreRejectedBeforeSending() {
    var calls = callsReceived();
    var images = Collections.nCopies(limits().images().maxCount() + 1, image(1_000));
    assertRejected(publisher().publish(session(), withImages(images), key()),
        Reason.MEDIA_REFUSED);
    assertThat(callsReceived()).isEqualTo(calls);
  }

  @Test
  void anImageHeavierThanTheNetworkTakesIsRejectedBeforeSending() {
    var calls = callsReceived();
    var heavy = image(limits().images().maxBytes() + 1);
    assertRejected(publisher().publish(session(), withImages(List.of(heavy)), key()),
        Reason.MEDIA_TOO_LARGE);
    assertThat(callsReceived()).isEqualTo(calls);
  }

  @Test
  void aTokenThatIsNoLongerAcceptedAsksForAReconnection() {
    assertThat(publisher().publish(revokedSession(), draft("Bonjour"), key()))
        .isInstanceOf(Disconnected.class);
  }

  @Test
  void whatWentOutIsFoundWhenTheAccountIsReadBack() {
    var key = key();
    var sent = Instant.now();
    var out = delivered(publisher().publish(session(), draft("À retrouver"), key));
    assertThat(publisher().settle(session(), draft("À retrouver"), key, sent))
        .isInstanceOfSatisfying(Settlement.Found.class,
            found -> assertThat(found.remoteId()).isEqualTo(out.remoteId()));
  }

  @Test
  void whatNeverWentOutIsNotFoundWhenTheAccountIsReadBack() {
    assertThat(publisher().settle(session(), draft("Jamais parti"), key(), Instant.now()))
        .isNotInstanceOf(Settlement.Found.class);
  }

  @Test
  void aReplyGoesOutUnderWhatItAnswers() {
    var to = new PostDraft.ReplyTo(messageOfSomeone(), messageOfSomeone(), false, null);
    var before = postsOnTheNetwork();
    delivered(publisher().publish(session(), draft("Merci").inReplyTo(to), key()));
    assertThat(postsOnTheNetwork()).isEqualTo(before + 1);
  }

  @Test
  void deletingTwiceIsHarmless() {
    assumeTrue(connector() instanceof DeletesPosts);
    var deletes = (DeletesPosts) connector();
    var before = postsOnTheNetwork();
    var id = delivered(publisher().publish(session(), draft("À supprimer"), key())).remoteId();
    delivered(deletes.delete(session(), id));
    delivered(deletes.delete(session(), id));
    assertThat(postsOnTheNetwork()).isEqualTo(before);
  }

  @Test
  void likingAndUnlikingTwiceIsHarmless() {
    assumeTrue(connector() instanceof LikesPosts);
    var likes = (LikesPosts) connector();
    var key = key();
    delivered(likes.like(session(), messageOfSomeone(), key));
    delivered(likes.like(session(), messageOfSomeone(), key));
    delivered(likes.unlike(session(), messageOfSomeone(), key));
    delivered(likes.unlike(session(), messageOfSomeone(), key));
  }

  @Test
  void thePostsThatWereChangedTwiceStandOnce() {
    assumeTrue(connector() instanceof EditsPosts);
    var edits = (EditsPosts) connector();
    var id = delivered(publisher().publish(session(), draft("Avant"), key())).remoteId();
    var before = postsOnTheNetwork();
    delivered(edits.edit(session(), id, draft("Après")));
    delivered(edits.edit(session(), id, draft("Après")));
    assertThat(postsOnTheNetwork()).isEqualTo(before);
  }

  @Test
  void readingActivityPageByPageComesToAnEnd() {
    assumeTrue(connector() instanceof ReadsActivity);
    var reads = (ReadsActivity) connector();
    assertThat(events()).isNotEmpty();
    var page = read(reads.activity(session(), null));
    for (int pages = 0; page.more() && pages < 100; pages++)
      page = read(reads.activity(session(), page.cursor()));
    assertThat(page.more()).isFalse();
  }

  @Test
  void activityIsNotReadWithATokenThatIsNoLongerAccepted() {
    assumeTrue(connector() instanceof ReadsActivity);
    assertThat(((ReadsActivity) connector()).activity(revokedSession(), null))
        .isInstanceOf(Reading.Disconnected.class);
  }

  @Test
  void anEventIsUnderstoodTheSameEachTime() {
    assumeTrue(connector() instanceof ReadsActivity);
    var reads = (ReadsActivity) connector();
    assertThat(events()).isNotEmpty().allSatisfy(event -> {
      var once = reads.understand(session().account(), event);
      assertThat(reads.understand(session().account(), event)).isEqualTo(once);
    });
  }

  @Test
  void whatANetworkAddsToItsEventsDisturbsNobody() {
    assumeTrue(connector() instanceof ReadsActivity);
    var reads = (ReadsActivity) connector();
    assertThat(events()).allSatisfy(event -> assertThat(
            reads.understand(session().account(), with(event, "addedTomorrow", "…")))
        .isEqualTo(reads.understand(session().account(), event)));
  }

  @Test
  void anEventThatMakesNoSenseIsSaidNotToBeUnderstood() {
    assumeTrue(connector() instanceof ReadsActivity);
    var reads = (ReadsActivity) connector();
    for (var payload : List.of("{}", "[]", "pas du JSON", "{\"type\":42}", "null"))
      assertThatThrownBy(() ->
              reads.understand(session().account(), new RawEvent("x", "", payload)))
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFigureTheNetworkDoesNotOfferIsAbsentAndNotZero() {
    assumeTrue(connector() instanceof ReportsMetrics);
    var reports = (ReportsMetrics) connector();
    var id = delivered(publisher().publish(session(), draft("Compté"), key())).remoteId();
    var post = read(reports.postMetrics(session(), List.of(id, id))).get(id).counts();
    assertThat(reports.offer().post()).containsAll(post.keySet());
    assertThat(reports.offer().account())
        .containsAll(read(reports.accountMetrics(session(), Instant.now())).keySet());
  }

  @Test
  void aPostThatIsGoneHasNoFigures() {
    assumeTrue(connector() instanceof ReportsMetrics && connector() instanceof DeletesPosts);
    var id = delivered(publisher().publish(session(), draft("Bientôt parti"), key())).remoteId();
    delivered(((DeletesPosts) connector()).delete(session(), id));
    assertThat(read(((ReportsMetrics) connector()).postMetrics(session(), List.of(id))))
        .doesNotContainKey(id);
  }

  @Test
  void aFormSentEmptyIsRefusedInBothLanguages() {
    assumeTrue(connector() instanceof ConnectsByForm);
    var form = (ConnectsByForm) connector();
    assertThat(form.connect(Map.of())).isInstanceOfSatisfying(ConnectResult.Refused.class,
        refused -> assertSaid(refused.messageKey()));
    assertThat(form.fields()).isNotEmpty().allSatisfy(this::assertNamed);
  }

  @Test
  void aJourneyThatCannotBeginIsRefusedInBothLanguages() {
    assumeTrue(connector() instanceof ConnectsByOAuth);
    var journey = (ConnectsByOAuth) connector();
    var back = URI.create("http://localhost:8080/reseaux/retour");
    assertThat(journey.begin(Map.of(), back, "state"))
        .isInstanceOfSatisfying(ConnectsByOAuth.Authorization.Impossible.class,
            refused -> assertSaid(refused.messageKey()));
    assertThat(journey.fields()).allSatisfy(this::assertNamed);
  }

  protected PublishesPosts publisher() {
    assumeTrue(connector() instanceof PublishesPosts);
    return (PublishesPosts) connector();
  }

  protected Limits limits() {
    return connector().limits(session().account());
  }

  protected static DeliveryKey key() {
    return new DeliveryKey(UUID.randomUUID());
  }

  protected static PostDraft draft(String text) {
    return new PostDraft(text, List.of(), null, null, null, null, "fr");
  }

  protected static Delivered delivered(DeliveryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Delivered.class);
    return (Delivered) outcome;
  }

  protected static <T> T read(Reading<T> reading) {
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read<T>) reading).value();
  }

  private static void assertRejected(DeliveryOutcome outcome, Reason reason) {
    assertThat(outcome).isInstanceOfSatisfying(Rejected.class,
        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }

  private static PostDraft withImages(List<PostDraft.Image> images) {
    return new PostDraft("Avec images", images, null, null, null, null, "fr");
  }

  private static PostDraft.Image image(long bytes) {
    return new PostDraft.Image(Path.of("none.png"), "image/png", bytes, 10, 10, "Une image");
  }

  private static String text(int length) {
    return "a".repeat(length);
  }

  private static RawEvent with(RawEvent event, String name, String value) {
    var json = JsonMapper.shared();
    var payload = (ObjectNode) json.readTree(event.payload());
    payload.put(name, value);
    return new RawEvent(event.externalId(), event.revision(), payload.toString());
  }

  private void assertNamed(ConnectField field) {
    assertSaid("network." + connector().id() + "." + field.name());
  }

  private void assertSaid(String key) {
    assertThat(messages()).allSatisfy(file -> assertThat(file).containsKey(key));
  }

  private List<Properties> messages() {
    var name = "network-" + connector().id();
    return List.of(file(name), file(name + "_en"));
  }

  private static Properties file(String name) {
    try (var in = NetworkConnectorContract.class.getResourceAsStream(
        "/messages/" + name + ".properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
