package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.FANS_REPLY;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.body;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.values;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.MessageChanged;
import fr.palabre.network.Inbound.MessageDeleted;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an account is told, page by page, and what we make of it. */
class MastodonActivityTest {
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final String POST = body("status").path("id").asString();
  private final Map<String, String> learnt = new HashMap<>();
  private final MovableClock clock = new MovableClock();
  private final MastodonStandIn network = new MastodonStandIn(clock);
  private final MastodonConnector mastodon = new MastodonConnector(OpenDoor.toThisMachine(),
      (_, _, _, _, _) -> {}, (_, settings) -> learnt.putAll(settings), _ -> true, clock);

  @Test
  void theFirstLookTakesTheNewestPageOldestFirst() {
    var page = look(null);
    assertThat(page.more()).isFalse();
    assertThat(page.events()).extracting(RawEvent::externalId).startsWith("34975860")
        .endsWith("34975866").hasSize(7);
    var asked = network.received("GET", NOTIFICATIONS).getFirst();
    assertThat(values(asked, "min_id")).isEmpty();
    assertThat(values(asked, "types[]")).contains("mention", "quote", "favourite");
    assertThat(values(asked, "include_filtered")).containsExactly("true");
  }

  @Test
  void aLaterLookGoesOnFromTheLastOneKnown() {
    var cursor = look(null).cursor();
    var page = look(cursor);
    assertThat(page.events()).isEmpty();
    assertThat(values(network.received("GET", NOTIFICATIONS).getLast(), "min_id"))
        .containsExactly("34975866");
    assertThat(look(page.cursor()).events()).isEmpty();
  }

  @Test
  void aFullPageIsFollowedByTheNext() {
    var many = new ArrayList<JsonNode>();
    for (int i = 0; i < 100; i++)
      many.addFirst(((ObjectNode) body("notifications").path(3)).put("id", "" + (34_980_000 + i)));
    var cursor = look(null).cursor();
    network.next("GET", NOTIFICATIONS, list(many.subList(20, 100)));
    var page = look(cursor);
    assertThat(page.more()).isTrue();
    network.next("GET", NOTIFICATIONS, list(many.subList(0, 20)));
    var last = look(page.cursor());
    assertThat(last.more()).isFalse();
    assertThat(last.events().getFirst().externalId()).isEqualTo("34980080");
  }

  @Test
  void idsAreComparedAsNumbersAre() {
    network.tells(List.of(
        ((ObjectNode) body("notifications").path(3)).put("id", "1000"),
        ((ObjectNode) body("notifications").path(3)).put("id", "999")));
    assertThat(look(null).events()).extracting(RawEvent::externalId)
        .containsExactly("999", "1000");
  }

  @Test
  void whatHappenedIsUnderstoodByItsKind() {
    var inbound = look(null).events().stream().flatMap(it -> understood(it).stream()).toList();
    assertThat(inbound).extracting(MastodonActivityTest::kind).containsExactly(
        Kind.REPLY, ReactionKind.LIKE, ReactionKind.SHARE, ReactionKind.FOLLOW, Kind.MENTION,
        Kind.QUOTE, Kind.DIRECT);
    assertThat(inbound).filteredOn(Reaction.class::isInstance)
        .extracting(it -> ((Reaction) it).onId()).containsExactly(POST, POST, null);
  }

  @Test
  void aReplyIsReadWithItsAuthorAndItsPlace() {
    var reply = message(6);
    assertThat(reply.remoteId()).isEqualTo(FANS_REPLY);
    assertThat(reply.text())
        .isEqualTo("@fournil À quelle heure ouvrez-vous ?\n\nMerci d’avance,\nFanny");
    assertThat(reply.author().remoteId()).isEqualTo("fanny@autre.exemple");
    assertThat(reply.author().handle()).isEqualTo("fanny@autre.exemple");
    assertThat(reply.author().displayName()).isEqualTo("Fanny :pain:");
    assertThat(reply.parentId()).isEqualTo(POST);
    assertThat(reply.permalink())
        .isEqualTo(URI.create("https://autre.exemple/@fanny/" + FANS_REPLY));
    assertThat(reply.language()).isEqualTo("fr");
    assertThat(reply.at()).isEqualTo(Instant.parse("2026-11-21T08:04:11.064Z"));
  }

  @Test
  void aNeighbourOfTheSameServerHasItsDomainToo() {
    var mention = message(2);
    assertThat(mention.author().handle()).isEqualTo("voisin@mastodon.exemple");
    assertThat(mention.author().displayName()).isEqualTo("voisin");
    assertThat(mention.parentId()).isNull();
    assertThat(mention.text()).isEqualTo("Vous connaissez @fournil ? Leur page\u00a0: "
        + "https://www.exemple.test/boulangeries/du-quartier/le-fournil #pain");
    assertThat(mention.media()).containsExactly(
        URI.create("https://fichiers.mastodon.exemple/media/22348900/original.jpg"));
  }

  @Test
  void aQuoteHangsUnderThePostItQuotesWithoutTheLinkForOthers() {
    assertThat(message(1).parentId()).isEqualTo(POST);
    assertThat(message(1).text()).isEqualTo("Elle est fameuse.");
  }

  @Test
  void aPrivateMessageBelongsToThoseWhoTakePart() {
    var direct = message(0);
    assertThat(direct.rootId()).isEqualTo("direct:fanny@autre.exemple");
    assertThat(direct.text()).isEqualTo("Réclamation\n\n@fournil Ma commande n’est pas arrivée.");
  }

  @Test
  void anAddressThatIsNoneDoesNotHideTheMessage() {
    var told = body("notifications").path(2);
    ((ObjectNode) told.at("/status/media_attachments/0")).put("url", "https://exemple.test/a b");
    ((ObjectNode) told.path("status")).put("url", "https://exemple.test/une page");
    var message = (Message) understood(new RawEvent("x", "", told.toString())).getFirst();
    assertThat(message.media()).isEmpty();
    assertThat(message.permalink()).isNull();
  }

  @Test
  void whatConcernsOnlyTheAccountAsksForNoAnswer() {
    var told = (ObjectNode) body("notifications").path(3);
    told.put("type", "moderation_warning");
    assertThat(understood(new RawEvent("x", "", told.toString()))).isEmpty();
  }

  @Test
  void aMessageChangedAfterwardsIsSeenAtTheNextSecondLook() {
    var cursor = look(null).cursor();
    network.statuses.get(FANS_REPLY).put("edited_at", "2026-11-21T09:06:00.000Z")
        .put("content", "<p>À quelle heure fermez-vous ?</p>");
    everybodyElseIsStillThere();
    assertThat(look(cursor).events()).isEmpty();
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    var page = look(cursor);
    assertThat(page.events()).hasSize(1);
    assertThat(understood(page.events().getFirst())).containsExactly(new MessageChanged(
        FANS_REPLY, "À quelle heure fermez-vous ?", Instant.parse("2026-11-21T09:06:00Z")));
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    assertThat(look(page.cursor()).events()).isEmpty();
  }

  @Test
  void aMessageTakenBackIsSeenAtTheNextSecondLook() {
    everybodyElseIsStillThere();
    var cursor = look(null).cursor();
    network.statuses.remove(FANS_REPLY);
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    var page = look(cursor);
    assertThat(page.events().stream().flatMap(it -> understood(it).stream()))
        .containsExactly(new MessageDeleted(FANS_REPLY, clock.instant()));
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    assertThat(look(page.cursor()).events()).isEmpty();
  }

  @Test
  void aMessageThatAListLeavesOutIsNotTakenForGone() {
    everybodyElseIsStillThere();
    var cursor = look(null).cursor();
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    network.next("GET", "/api/v1/statuses?", Response.json(200, "[]"));
    assertThat(look(cursor).events()).isEmpty();
  }

  @Test
  void aServerWithoutSecondLooksIsReadAllTheSame() {
    var cursor = look(null).cursor();
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    network.next("GET", "/api/v1/statuses?", written(404, "error-not-found"));
    network.tells(List.of(((ObjectNode) body("notifications").path(3)).put("id", "34975900")));
    assertThat(look(cursor).events()).hasSize(1);
  }

  @Test
  void theServersLimitsAreReadAgainEachDay() {
    everybodyElseIsStillThere();
    var session = network.session();
    var cursor = look(null).cursor();
    clock.advance(MastodonActivity.LOOKED_AGAIN_EACH);
    mastodon.activity(session, cursor);
    assertThat(learnt).isEmpty();
    clock.advance(Duration.ofDays(1));
    mastodon.activity(session, cursor);
    assertThat(learnt).containsEntry("maxCharacters", "1000")
        .containsEntry("limitsReadAt", clock.instant().toString());
  }

  private void everybodyElseIsStillThere() {
    for (var told : body("notifications"))
      if (told.has("status"))
        network.statuses.putIfAbsent(
            told.at("/status/id").asString(), (ObjectNode) told.path("status"));
  }

  private ActivityPage look(@Nullable String cursor) {
    return ((Reading.Read<ActivityPage>) mastodon.activity(network.session(), cursor)).value();
  }

  private List<Inbound> understood(RawEvent event) {
    return mastodon.understand(network.session().account(), event);
  }

  /** As the documentation lists them: the newest first. */
  private Message message(int index) {
    return (Message) understood(
        new RawEvent("x", "", body("notifications").path(index).toString())).getFirst();
  }

  private static Response list(List<JsonNode> notifications) {
    return Response.json(200, MastodonApi.JSON.writeValueAsString(notifications));
  }

  private static Object kind(Inbound inbound) {
    return inbound instanceof Message message ? message.kind() : ((Reaction) inbound).kind();
  }
}
