package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.Metric;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.Image;
import fr.palabre.network.PostDraft.LinkCard;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Reading;
import fr.palabre.network.Settlement;
import fr.palabre.network.WireStandIn.Misbehaviour.Meanwhile;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.Ids;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What leaves for the network, compared with what the real one accepted. */
class BlueskyPostsTest {
  private static final String CREATE = "com.atproto.repo.createRecord";
  private static final String LIKE = "app.bsky.feed.like";
  private final List<String> quotas = new ArrayList<>();
  private final MovableClock clock = new MovableClock();
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky = new BlueskyConnector(
      OpenDoor.toThisMachine(), this::note, clock);
  @TempDir Path folder;

  @Test
  void aPostLeavesAsTheRealNetworkKeptIt() throws IOException {
    var kept = (ObjectNode) body("getRecord").path("value");
    publish(new PostDraft(kept.path("text").asString(), List.of(image("Un étal de légumes")),
        null, null, null, null, "fr"));
    var sent = (ObjectNode) network.sent(CREATE).getFirst().path("record");
    assertThat(Instant.parse(sent.path("createdAt").asString())).isEqualTo(MovableClock.START);
    kept.remove("createdAt");
    sent.remove("createdAt");
    assertThat(sent).isEqualTo(kept);
    assertThat(network.wire.received()).anySatisfy(it -> {
      assertThat(it.path()).endsWith("uploadBlob");
      assertThat(it.headers()).containsEntry("content-type", "image/png");
    });
  }

  @Test
  void anAbsenceHeardLateDoesNotSayThatACallIsLost() {
    network.wire.next(it -> it.path().contains("getRecord"),
        new Meanwhile(() -> clock.advance(Duration.ofMinutes(2))));
    assertThat(bluesky.settle(network.session(), PostDraft.of("En route"),
            new DeliveryKey(Ids.next()), clock.instant()))
        .isInstanceOf(Settlement.CannotTell.class);
  }

  @Test
  void anImageSentAheadIsShownAndNotSentAgain() throws IOException {
    var image = image("Un étal");
    var name = ((Reading.Read<String>) bluesky.sendAhead(network.session(), image)).value();
    var before = network.wire.received().size();
    publish(new PostDraft("Ouvert", List.of(new Image(image.file(), image.mimeType(),
        image.bytes(), image.width(), image.height(), image.altText(), name)),
        null, null, null, null, "fr"));
    assertThat(network.wire.received().stream().skip(before))
        .noneMatch(it -> it.path().endsWith("uploadBlob"));
    assertThat(network.sent(CREATE).getFirst().at("/record/embed/images/0/image"))
        .isEqualTo(JSON.readTree(name));
  }

  @Test
  void aReplyNamesItsParentAndTheFirstMessageOfItsThread() {
    publish(PostDraft.of("À neuf heures.")
        .inReplyTo(new ReplyTo(BlueskyStandIn.FANS_REPLY, "whatever", false, null)));
    var reply = network.sent(CREATE).getFirst().at("/record/reply");
    var question = body("getPostThread-of-reply").at("/thread/post");
    assertThat(reply.at("/parent/uri")).isEqualTo(question.path("uri"));
    assertThat(reply.at("/parent/cid")).isEqualTo(question.path("cid"));
    assertThat(reply.path("root")).isEqualTo(question.at("/record/reply/root"));
  }

  @Test
  void theSecondPartOfAThreadAnswersTheFirstWhichIsAlsoItsBeginning() {
    var first = publish(PostDraft.of("1/2")).remoteId();
    publish(PostDraft.of("2/2").inReplyTo(new ReplyTo(first, first, false, null)));
    var reply = network.sent(CREATE).getLast().at("/record/reply");
    assertThat(reply.at("/parent/uri").asString()).isEqualTo(first);
    assertThat(reply.path("root")).isEqualTo(reply.path("parent"));
  }

  @Test
  void aLinkLeavesAsACardUnlessThereAreImages() throws IOException {
    var card = new LinkCard(URI.create("https://exemple.test/"), "Le marché", "Samedi");
    publish(new PostDraft("À lire", List.of(), null, card, null, null, "fr"));
    publish(new PostDraft("À lire", List.of(image("Un étal")), null, card, null, null, "fr"));
    var sent = network.sent(CREATE);
    assertThat(sent.get(0).at("/record/embed/external/title").asString()).isEqualTo("Le marché");
    assertThat(sent.get(1).at("/record/embed/$type").asString())
        .isEqualTo("app.bsky.embed.images");
  }

  @Test
  void anActThatArrivedIsNotPreparedAgain() throws IOException {
    var key = new DeliveryKey(Ids.next());
    var draft = new PostDraft("Une fois", List.of(image("Un étal")), null, null, null, null, "fr");
    bluesky.publish(network.session(), draft, key);
    bluesky.publish(network.session(), draft, key);
    assertThat(Collections.frequency(network.asked, "com.atproto.repo.uploadBlob")).isOne();
  }

  @Test
  void likingTwiceWithDifferentKeysIsOneLike() {
    for (int i = 0; i < 2; i++)
      assertThat(bluesky.like(
              network.session(), BlueskyStandIn.FANS_REPLY, new DeliveryKey(Ids.next())))
          .isInstanceOf(Delivered.class);
    assertThat(network.records.keySet()).filteredOn(it -> it.contains(LIKE)).hasSize(1);
  }

  @Test
  void aLikeGivenInAnotherApplicationIsTakenAwayToo() {
    var elsewhere = "at://" + BlueskyStandIn.DID + "/" + LIKE + "/3n2u4qbhrcs2b";
    network.records.put(elsewhere, JSON.createObjectNode());
    var seen = (ObjectNode) body("getPosts").at("/posts/0");
    ((ObjectNode) seen.path("viewer")).put("like", elsewhere);
    network.next("app.bsky.feed.getPosts", Response.json(200,
        JSON.createObjectNode().set("posts", JSON.createArrayNode().add(seen)).toString()));
    bluesky.unlike(network.session(), BlueskyStandIn.FANS_REPLY, new DeliveryKey(Ids.next()));
    assertThat(network.records).isEmpty();
  }

  @Test
  void anotherRecordInThePlaceOfOursIsToldWithItsWords() {
    var seen = (ObjectNode) body("getPosts").at("/posts/0");
    ((ObjectNode) seen.path("record")).put("text", "Bonjour à tous, le marché ouvre dimanche");
    network.next("app.bsky.feed.getPosts", Response.json(200,
        JSON.createObjectNode().set("posts", JSON.createArrayNode().add(seen)).toString()));
    var uri = seen.path("uri").asString();
    assertThat(read(bluesky.postMetrics(network.session(), List.of(uri))).get(uri).words())
        .isEqualTo("Bonjour à tous, le marché ouvre dimanche");
  }

  @Test
  void countsComeUnderOurNames() {
    network.next("app.bsky.feed.getPosts", BlueskyStandIn.recorded(200, "getPosts"));
    var uri = body("getPosts").at("/posts/0/uri").asString();
    assertThat(read(bluesky.postMetrics(network.session(), List.of(uri))).get(uri).counts()).isEqualTo(Map.of(
        Metric.REACTIONS, 1L, Metric.COMMENTS, 1L, Metric.REPOSTS, 1L, Metric.QUOTES, 1L,
        Metric.SAVES, 0L));
    assertThat(read(bluesky.accountMetrics(network.session(), Instant.EPOCH))).isEqualTo(Map.of(
        Metric.FOLLOWERS, 1L, Metric.FOLLOWING, 0L, Metric.POSTS, 2L));
  }

  @Test
  void whatAnAppviewAnswersPublicallyIsAskedWithoutAToken() {
    var appview = new BlueskyStandIn();
    var session = network.session(BlueskyStandIn.TOKEN,
        Map.of(BlueskySettings.APPVIEW, appview.wire.address().toString()));
    read(bluesky.accountMetrics(session, Instant.EPOCH));
    assertThat(network.asked).isEmpty();
    assertThat(appview.wire.received()).singleElement()
        .satisfies(it -> assertThat(it.headers()).doesNotContainKey("authorization"));
  }

  @Test
  void whatTheServerSaysIsLeftIsNoted() {
    network.next("app.bsky.notification.listNotifications",
        BlueskyStandIn.recorded(200, "listNotifications")
            .with("ratelimit-limit", "3000").with("ratelimit-policy", "3000;w=300")
            .with("ratelimit-remaining", "2924").with("ratelimit-reset", "1795299756"));
    bluesky.activity(network.session(), null);
    assertThat(quotas).containsExactly("calls 2924/3000 until 2026-11-21T22:22:36Z");
  }

  private void note(ConnectedAccount account, String bucket, Long allowed, long remaining,
      Instant resetsAt) {
    quotas.add(bucket + " " + remaining + "/" + allowed + " until " + resetsAt);
  }

  private Delivered publish(PostDraft draft) {
    return (Delivered) bluesky.publish(network.session(), draft, new DeliveryKey(Ids.next()));
  }

  private Image image(String alt) throws IOException {
    var file = folder.resolve("image.png");
    Files.write(file, new byte[69]);
    return new Image(file, "image/png", 69, 8, 6, alt);
  }

  private static <T> T read(Reading<T> reading) {
    return ((Reading.Read<T>) reading).value();
  }
}
