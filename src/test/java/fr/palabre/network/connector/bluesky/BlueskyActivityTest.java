package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyStandIn.body;
import static fr.palabre.network.connector.bluesky.BlueskyStandIn.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.RawEvent;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a real account was told, page by page, and what we make of it. */
class BlueskyActivityTest {
  private static final String LIST = "app.bsky.notification.listNotifications";
  private static final String POST = body("getRecord").path("uri").asString();
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky = new BlueskyConnector(
      OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, new MovableClock());

  @Test
  void theFirstLookTakesTheNewestPageOldestFirst() {
    var page = look(null);
    assertThat(page.more()).isFalse();
    assertThat(page.events()).hasSize(6);
    assertThat(page.events().getFirst().payload()).contains("\"reason\":\"reply\"");
    assertThat(page.events().getLast().payload()).contains("\"reason\":\"quote\"");
  }

  @Test
  void aLaterLookWalksDownToWhereTheLastOneBegan() {
    var old = "{\"since\":\"2026-11-20T00:00:00Z\"}";
    network.next(LIST, recorded(200, "listNotifications-page"));
    var first = look(old);
    assertThat(first.events()).hasSize(4);
    assertThat(first.more()).isTrue();
    network.next(LIST, recorded(200, "listNotifications-last-page"));
    var second = look(first.cursor());
    assertThat(network.wire.received().getLast().path()).contains("cursor=2026-11-21T");
    assertThat(second.events()).hasSize(2);
    assertThat(second.more()).isFalse();
    var newest = body("listNotifications-page").at("/notifications/0/indexedAt").asString();
    assertThat(BlueskyActivity.Cursor.read(second.cursor()))
        .isEqualTo(new BlueskyActivity.Cursor(Instant.parse(newest), null, null, null));
  }

  @Test
  void aWalkStopsAtWhatIsKnownButForLatecomers() {
    var at = Instant.parse(body("listNotifications-page").at("/notifications/0/indexedAt").asString());
    network.next(LIST, recorded(200, "listNotifications-page"));
    var known = look("{\"since\":\"" + at.plusSeconds(7_200) + "\"}");
    assertThat(known.events()).isEmpty();
    assertThat(known.more()).isFalse();
    network.next(LIST, recorded(200, "listNotifications-last-page"));
    assertThat(look("{\"since\":\"" + at.plusSeconds(600) + "\"}").events()).hasSize(2);
  }

  @Test
  void anAccountNobodyNoticedIsLookedAtAgainFromTheStart() {
    network.next(LIST, Response.json(200, "{\"notifications\":[]}"));
    var page = look(null);
    assertThat(page.events()).isEmpty();
    assertThat(look(page.cursor()).events()).hasSize(6);
  }

  @Test
  void whatHappenedIsUnderstoodByItsKind() {
    var inbound = look(null).events().stream().flatMap(it -> understood(it).stream()).toList();
    assertThat(inbound).extracting(BlueskyActivityTest::kind).containsExactly(
        Kind.REPLY, ReactionKind.LIKE, ReactionKind.SHARE, ReactionKind.FOLLOW, Kind.MENTION,
        Kind.QUOTE);
    assertThat(inbound).filteredOn(Reaction.class::isInstance)
        .extracting(it -> ((Reaction) it).onId()).containsExactly(POST, POST, null);
  }

  @Test
  void aReplyIsReadWithItsAuthorItsThreadAndItsPlace() {
    var reply = (Message) understood(event("reply")).getFirst();
    assertThat(reply.text()).isEqualTo("À quelle heure ouvrez-vous ?");
    assertThat(reply.author().handle()).isEqualTo("fan.test");
    assertThat(reply.author().displayName()).isEqualTo("Fanny des essais");
    assertThat(reply.parentId()).isEqualTo(POST);
    assertThat(reply.rootId()).isEqualTo(POST);
    assertThat(reply.permalink()).isEqualTo(URI.create("https://bsky.app/profile/"
        + reply.author().remoteId() + "/post/" + reply.remoteId().replaceFirst(".*/", "")));
  }

  @Test
  void aQuoteHangsUnderThePostItQuotes() {
    assertThat(((Message) understood(event("quote")).getFirst()).parentId()).isEqualTo(POST);
    assertThat(((Message) understood(event("mention")).getFirst()).parentId()).isNull();
  }

  @Test
  void aReplyThatAlsoNamesUsIsAReply() {
    var told = (ObjectNode) notification("reply");
    told.put("reason", "mention");
    assertThat(((Message) understood(new RawEvent("x", "", told.toString())).getFirst()).kind())
        .isEqualTo(Kind.REPLY);
  }

  @Test
  void theImagesOfAMessageAreNamed() {
    var told = (ObjectNode) notification("reply");
    ((ObjectNode) told.path("record")).set("embed", body("getRecord").at("/value/embed"));
    var author = told.at("/author/did").asString();
    var image = body("uploadBlob").at("/blob/ref/$link").asString();
    assertThat(((Message) understood(new RawEvent("x", "", told.toString())).getFirst()).media())
        .containsExactly(URI.create(
            "https://cdn.bsky.app/img/feed_fullsize/plain/" + author + "/" + image));
  }

  @Test
  void whatConcernsOnlyTheAccountAsksForNoAnswer() {
    var told = (ObjectNode) notification("follow");
    told.put("reason", "starterpack-joined");
    assertThat(understood(new RawEvent("x", "", told.toString()))).isEmpty();
  }

  private ActivityPage look(@Nullable String cursor) {
    return ((Reading.Read<ActivityPage>) bluesky.activity(network.session(), cursor)).value();
  }

  private List<Inbound> understood(RawEvent event) {
    return bluesky.understand(network.session("", Map.of()).account(), event);
  }

  private static RawEvent event(String reason) {
    return new RawEvent("x", "", notification(reason).toString());
  }

  private static JsonNode notification(String reason) {
    return ((ArrayNode) body("listNotifications").path("notifications")).valueStream()
        .filter(it -> it.path("reason").asString().equals(reason)).findFirst().orElseThrow();
  }

  private static Object kind(Inbound inbound) {
    return inbound instanceof Message message ? message.kind() : ((Reaction) inbound).kind();
  }
}
