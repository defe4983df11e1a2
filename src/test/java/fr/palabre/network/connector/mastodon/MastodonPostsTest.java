package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.FANS_REPLY;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.body;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.Metric;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostDraft.Image;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Reading;
import fr.palabre.network.Visibility;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What leaves for the server. */
class MastodonPostsTest {
  private static final String STATUSES = "/api/v1/statuses";
  private final List<String> quotas = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();
  private final MovableClock clock = new MovableClock();
  private final MastodonStandIn network = new MastodonStandIn(clock);
  private final MastodonConnector mastodon = new MastodonConnector(
      OpenDoor.toThisMachine(), this::note, (_, _) -> {}, waited::add, clock);
  @TempDir Path folder;

  @Test
  void aPostLeavesWithItsWarningItsAudienceAndItsLanguage() {
    var out = publish(new PostDraft("La fournée", List.of(), null, null, Visibility.FOLLOWERS,
        "Gluten", "fr-FR"));
    assertThat(sent()).isEqualTo(json("""
        {"status": "La fournée", "media_ids": [], "spoiler_text": "Gluten",
         "visibility": "private", "language": "fr"}
        """));
    assertThat(out.permalink()).isEqualTo(URI.create(
        network.statuses.get(out.remoteId()).path("url").asString()));
  }

  @Test
  void aPostWithoutAChosenAudienceTakesTheAccountsOwn() {
    publish(PostDraft.of("Bonjour"));
    assertThat(sent().has("visibility")).isFalse();
  }

  @Test
  void theKeyOfTheActGoesWithIt() {
    var key = new DeliveryKey(Ids.next());
    mastodon.publish(network.session(), PostDraft.of("Bonjour"), key);
    assertThat(network.received("POST", STATUSES).getFirst().headers())
        .containsEntry("idempotency-key", key.value().toString());
  }

  @Test
  void laterPartsOfAThreadAreUnlistedAndHangUnderTheOneBefore() {
    var first = publish(visible("1/2", Visibility.PUBLIC)).remoteId();
    publish(visible("2/2", Visibility.PUBLIC).inReplyTo(new ReplyTo(first, first, false, null)));
    assertThat(sent().path("visibility").asString()).isEqualTo("unlisted");
    assertThat(sent().path("in_reply_to_id").asString()).isEqualTo(first);
    assertThat(sent().path("status").asString()).isEqualTo("2/2");
  }

  @ParameterizedTest
  @CsvSource({"public, unlisted", "unlisted, unlisted", "private, private", "direct, direct",
      "local, private"})
  void anAnswerGoesNoFurtherThanWhatItAnswers(String theirs, String ours) {
    network.statuses.get(FANS_REPLY).put("visibility", theirs);
    publish(PostDraft.of("Merci").inReplyTo(new ReplyTo(FANS_REPLY, FANS_REPLY, false, null)));
    assertThat(sent().path("visibility").asString()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "'Merci !', '@fanny@autre.exemple Merci !'",
    "'Merci @fanny@autre.exemple !', 'Merci @fanny@autre.exemple !'",
    "'Merci @fanny !', '@fanny@autre.exemple Merci @fanny !'"
  })
  void anAnswerCallsWhoeverItAnswersOnce(String written, String sent) {
    publish(PostDraft.of(written)
        .inReplyTo(new ReplyTo(FANS_REPLY, FANS_REPLY, false, "fanny@autre.exemple")));
    assertThat(sent().path("status").asString()).isEqualTo(sent);
  }

  @Test
  void aPrivateAnswerReachesAllWhoTakePartAndNobodyElse() {
    var message = network.statuses.get(FANS_REPLY);
    message.put("visibility", "direct");
    message.set("mentions", json("""
        [{"id": "%s", "acct": "fournil"}, {"id": "109000000000000088", "acct": "voisin"}]
        """.formatted(MastodonStandIn.BRAND)));
    publish(PostDraft.of("Nous vérifions.")
        .inReplyTo(new ReplyTo(FANS_REPLY, "direct:x", true, "fanny@autre.exemple")));
    assertThat(sent().path("visibility").asString()).isEqualTo("direct");
    assertThat(sent().path("status").asString())
        .isEqualTo("@fanny@autre.exemple @voisin@mastodon.exemple Nous vérifions.");
  }

  @Test
  void theNameCalledInFrontCountsWithoutItsDomain() {
    var to = new ReplyTo(FANS_REPLY, FANS_REPLY, false, "fanny@autre.exemple");
    publish(PostDraft.of("a".repeat(500 - "@fanny ".length())).inReplyTo(to));
    assertRefused(attempt(PostDraft.of("a".repeat(501 - "@fanny ".length())).inReplyTo(to)),
        Reason.TEXT_TOO_LONG);
  }

  @Test
  void theWarningCountsWithTheText() {
    assertRefused(attempt(new PostDraft("a".repeat(495), List.of(), null, null, null, "Gluten",
        null)), Reason.TEXT_TOO_LONG);
  }

  @Test
  void imagesLeaveFirstWithTheirDescription() throws IOException {
    publish(withImage("Un étal de légumes"));
    var upload = network.received("POST", "/api/v2/media").getFirst();
    assertThat(upload.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
    assertThat(upload.text()).contains("name=\"description\"\r\n\r\nUn étal de légumes\r\n",
        "name=\"file\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n");
    assertThat(sent().path("media_ids")).isEqualTo(json("[\"22348641\"]"));
  }

  @Test
  void anImageSentAheadIsAttachedAndNotSentAgain() throws IOException {
    var image = withImage("Un étal").images().getFirst();
    var id = read(mastodon.sendAhead(network.session(), image));
    publish(with(new Image(image.file(), image.mimeType(), image.bytes(), image.width(),
        image.height(), image.altText(), id)));
    assertThat(network.received("POST", "/api/v2/media")).hasSize(1);
    assertThat(sent().path("media_ids")).isEqualTo(json("[\"22348641\"]"));
  }

  @Test
  void anImageTheServerWorksOnIsWaitedFor() throws IOException {
    network.next("POST", "/api/v2/media", written(202, "media-processing"));
    network.next("GET", "/api/v1/media/22348641", new Response(206, Map.of(), new byte[0]));
    network.next("GET", "/api/v1/media/22348641", written(200, "media"));
    publish(withImage("Un étal"));
    assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(sent().path("media_ids")).isEqualTo(json("[\"22348641\"]"));
  }

  @Test
  void anImageTheServerNeverFinishesLeavesNothingOut() throws IOException {
    network.next("POST", "/api/v2/media", written(202, "media-processing"));
    assertThat(attempt(withImage("Un étal")))
        .isEqualTo(new NotSent("the server still works on the image"));
    assertThat(waited.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(30);
    assertThat(network.posts()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "422, error-file, MEDIA_REFUSED",
    "500, error-thumbnail, MEDIA_REFUSED",
    "413, error-file, MEDIA_TOO_LARGE"
  })
  void anImageTheServerWillNotHaveIsRefused(int status, String name, Reason reason)
      throws IOException {
    network.next("POST", "/api/v2/media", written(status, name));
    assertRefused(attempt(withImage("Un étal")), reason);
    assertThat(network.posts()).isZero();
  }

  @Test
  void anImageOfAKindOrASizeTheServerDoesNotTakeIsNotSent() {
    var none = folder.resolve("none");
    assertRefused(attempt(with(new Image(none, "image/tiff", 9, 8, 6, "Un étal"))),
        Reason.MEDIA_REFUSED);
    assertRefused(attempt(with(new Image(none, "image/png", 9, 8_000, 6_000, "Un étal"))),
        Reason.MEDIA_TOO_LARGE);
    assertThat(network.wire.received()).isEmpty();
  }

  @Test
  void aCorrectionReplacesWordsWarningAndImages() throws IOException {
    var id = publish(withImage("Un étal")).remoteId();
    var corrected = visible("Avec un s", Visibility.PUBLIC);
    assertThat(mastodon.edit(network.session(), id, corrected)).isInstanceOf(Delivered.class);
    assertThat(network.sent("PUT", STATUSES + "/" + id)).isEqualTo(json("""
        {"status": "Avec un s", "media_ids": [], "spoiler_text": "", "language": "fr"}
        """));
  }

  @Test
  void aCorrectedAnswerStillCallsWhoeverItAnswersEvenOnceThatIsGone() {
    var to = new ReplyTo(FANS_REPLY, FANS_REPLY, false, "fanny@autre.exemple");
    var id = publish(PostDraft.of("Mercii").inReplyTo(to)).remoteId();
    network.statuses.remove(FANS_REPLY);
    mastodon.edit(network.session(), id, PostDraft.of("Merci").inReplyTo(to));
    assertThat(network.sent("PUT", STATUSES + "/" + id).path("status").asString())
        .isEqualTo("@fanny@autre.exemple Merci");
  }

  @Test
  void countsComeUnderOurNames() {
    var told = body("status");
    var id = told.path("id").asString();
    network.statuses.put(id, (ObjectNode) told);
    assertThat(read(mastodon.postMetrics(network.session(), List.of(id, "1")))).isEqualTo(
        Map.of(id, new PostSeen(Map.of(Metric.REACTIONS, 3L, Metric.COMMENTS, 2L,
            Metric.REPOSTS, 1L, Metric.QUOTES, 1L), null)));
    assertThat(read(mastodon.accountMetrics(network.session(), Instant.EPOCH))).isEqualTo(Map.of(
        Metric.FOLLOWERS, 1_280L, Metric.FOLLOWING, 42L, Metric.POSTS, 317L));
  }

  @Test
  void whatWasRewrittenThereIsToldAsPlainText() {
    var told = body("status-edited");
    var id = told.path("id").asString();
    network.statuses.put(id, (ObjectNode) told);
    assertThat(read(mastodon.postMetrics(network.session(), List.of(id))).get(id).words())
        .isEqualTo("Pain\n\nLe marché ouvre dimanche : https://example.org/marche avec @fanny");
  }

  @Test
  void countsAreAskedForTwentyPostsAtATime() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 25; i++) ids.add(network.post("Message").path("id").asString());
    assertThat(read(mastodon.postMetrics(network.session(), ids))).containsOnlyKeys(ids);
    assertThat(network.wire.received()).hasSize(2);
  }

  @Test
  void aServerThatCountsOnePostAtATimeIsAskedSo() {
    var id = network.post("Message").path("id").asString();
    network.next("GET", STATUSES + "?", written(404, "error-not-found"));
    assertThat(read(mastodon.postMetrics(network.session(), List.of(id, "1"))))
        .containsOnlyKeys(id);
  }

  @Test
  void aFigureThatAServerDoesNotGiveIsAbsent() {
    var post = network.post("Message");
    post.remove("quotes_count");
    var id = post.path("id").asString();
    assertThat(read(mastodon.postMetrics(network.session(), List.of(id))).get(id).counts())
        .doesNotContainKey(Metric.QUOTES);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/notifications, notifications, calls",
    "POST, /api/v1/statuses, status, posts",
    "POST, /api/v2/media, media, uploads",
    "PUT, /api/v1/statuses, status, posts",
    "DELETE, /api/v1/statuses, status, deletions"
  })
  void whatTheServerSaysIsLeftIsNoted(String method, String path, String name, String bucket)
      throws IOException {
    network.next(method, path, written(200, name).with("X-RateLimit-Limit", "300")
        .with("X-RateLimit-Remaining", "299")
        .with("X-RateLimit-Reset", "2026-11-21T09:05:00.123456Z"));
    mastodon.activity(network.session(), null);
    var id = publish(withImage("Un étal")).remoteId();
    mastodon.edit(network.session(), id, PostDraft.of("Corrigé"));
    mastodon.delete(network.session(), id);
    assertThat(quotas).containsExactly(bucket + " 299/300 until 2026-11-21T09:05:00.123456Z");
  }

  private void note(ConnectedAccount account, String bucket, @Nullable Long allowed,
      long remaining, @Nullable Instant resetsAt) {
    quotas.add(bucket + " " + remaining + "/" + allowed + " until " + resetsAt);
  }

  private Delivered publish(PostDraft draft) {
    return (Delivered) attempt(draft);
  }

  private DeliveryOutcome attempt(PostDraft draft) {
    return mastodon.publish(network.session(), draft, new DeliveryKey(Ids.next()));
  }

  private JsonNode sent() {
    return network.sent("POST", STATUSES);
  }

  private static JsonNode json(String text) {
    return MastodonApi.JSON.readTree(text);
  }

  private static PostDraft visible(String text, Visibility visibility) {
    return new PostDraft(text, List.of(), null, null, visibility, null, "fr");
  }

  private PostDraft withImage(String alt) throws IOException {
    var file = folder.resolve("image.png");
    Files.write(file, new byte[69]);
    return with(new Image(file, "image/png", 69, 8, 6, alt));
  }

  private static PostDraft with(Image image) {
    return new PostDraft("En image", List.of(image), null, null, null, null, "fr");
  }

  private static void assertRefused(DeliveryOutcome outcome, Reason reason) {
    assertThat(outcome).isInstanceOfSatisfying(Rejected.class,
        it -> assertThat(it.reason()).isEqualTo(reason));
  }

  private static <T> T read(Reading<T> reading) {
    return ((Reading.Read<T>) reading).value();
  }
}
