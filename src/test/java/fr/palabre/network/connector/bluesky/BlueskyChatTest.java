package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyStandIn.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.AccountSession;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.MessageDeleted;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.Settlement;
import fr.palabre.network.WireStandIn.Misbehaviour.Meanwhile;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.Ids;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Private messages. The real network that tests start has none: these answers are written after
 * the lexicons chat.bsky.convo.*, not recorded.
 */
class BlueskyChatTest {
  private static final String LOG = "chat.bsky.convo.getLog";
  private static final String CONVERSATIONS = "chat.bsky.convo.listConvos";
  private static final String FROM_FAN = """
      {"id":"m1","rev":"r1","text":"Livrez-vous ?","sender":{"did":"did:plc:fan"},
       "sentAt":"2026-11-23T07:00:00.000Z"}""";
  private static final String FROM_US = """
      {"id":"m2","rev":"r2","text":"Oui.","sender":{"did":"%s"},
       "sentAt":"2026-11-23T08:00:01.000Z"}""".formatted(BlueskyStandIn.DID);
  private static final String FAN =
      "{\"did\":\"did:plc:fan\",\"handle\":\"fan.test\",\"displayName\":\"Fanny des essais\"}";
  private final MovableClock clock = new MovableClock();
  private final BlueskyStandIn network = new BlueskyStandIn();
  private final BlueskyConnector bluesky =
      new BlueskyConnector(OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, clock);
  private final AccountSession session =
      network.session(BlueskyStandIn.TOKEN, Map.of(BlueskySettings.MESSAGES, "true"));

  @Test
  void theFirstLookTakesWhatIsUnread() {
    network.next(CONVERSATIONS, Response.json(200, """
        {"convos":[
          {"id":"c1","rev":"r1","members":[%s],"lastMessage":%s,"muted":false,"unreadCount":1},
          {"id":"c2","rev":"r2","members":[%s],"lastMessage":%s,"muted":false,"unreadCount":0}]}
        """.formatted(FAN, FROM_FAN, FAN, FROM_US)));
    var page = look(null);
    var message = (Message) understood(page).getFirst();
    assertThat(understood(page)).hasSize(1);
    assertThat(message.kind()).isEqualTo(Kind.DIRECT);
    assertThat(message.remoteId()).isEqualTo("c1/m1");
    assertThat(message.rootId()).isEqualTo("c1");
    assertThat(message.text()).isEqualTo("Livrez-vous ?");
    assertThat(message.author().displayName()).isEqualTo("Fanny des essais");
    assertThat(BlueskyActivity.Cursor.read(page.cursor()).log()).isEqualTo("r2");
  }

  @Test
  void laterLooksFollowTheLogAndLeaveOutWhatWeWrote() {
    network.next(LOG, Response.json(200, """
        {"cursor":"r9","logs":[
          {"$type":"chat.bsky.convo.defs#logReadConvo","rev":"r3","convoId":"c1"},
          {"$type":"chat.bsky.convo.defs#logCreateMessage","rev":"r4","convoId":"c1",
           "message":%s,"relatedProfiles":[%s]},
          {"$type":"chat.bsky.convo.defs#logCreateMessage","rev":"r5","convoId":"c1","message":%s},
          {"$type":"chat.bsky.convo.defs#logDeleteMessage","rev":"r6","convoId":"c1","message":%s}]}
        """.formatted(FROM_FAN, FAN, FROM_US, FROM_FAN)));
    var page = look("{\"since\":\"2026-11-23T00:00:00Z\",\"log\":\"r2\"}");
    assertThat(network.wire.received().getLast().path()).endsWith("cursor=r2");
    assertThat(network.wire.received().getLast().headers())
        .containsEntry("atproto-proxy", "did:web:api.bsky.chat#bsky_chat");
    assertThat(understood(page)).hasExactlyElementsOfTypes(Message.class, MessageDeleted.class);
    assertThat(BlueskyActivity.Cursor.read(page.cursor()).log()).isEqualTo("r6");
  }

  @Test
  void messagesThatCannotBeReadDoNotHoldBackTheRest() {
    network.next(LOG, recorded(500, "chat-unreachable"));
    var page = look("{\"since\":\"2026-11-21T00:00:00Z\",\"log\":\"r2\"}");
    assertThat(page.events()).hasSize(6);
    assertThat(BlueskyActivity.Cursor.read(page.cursor()).log()).isEqualTo("r2");
  }

  @Test
  void anAccountWithoutMessagesIsNotAskedForThem() {
    bluesky.activity(network.session(), null);
    assertThat(network.asked).containsExactly("app.bsky.notification.listNotifications");
  }

  @Test
  void anAnswerGoesIntoItsConversation() {
    network.next("chat.bsky.convo.sendMessage", Response.json(200, FROM_US));
    assertThat(answer("Oui : https://exemple.test/livraison"))
        .isEqualTo(new Delivered("c1/m2", null));
    var sent = network.sent("chat.bsky.convo.sendMessage").getFirst();
    assertThat(sent.path("convoId").asString()).isEqualTo("c1");
    assertThat(sent.at("/message/facets/0/features/0/uri").asString())
        .isEqualTo("https://exemple.test/livraison");
    assertThat(network.posts()).isZero();
  }

  @Test
  void anAnswerThatMayNotBeSentIsRefusedAndTheAccountStaysConnected() {
    network.next("chat.bsky.convo.sendMessage", recorded(400, "chat-not-allowed"));
    assertThat(answer("Oui.")).isEqualTo(
        new Rejected(Reason.FORBIDDEN, "InvalidToken", "Bad token method"));
  }

  @Test
  void aMessageIsLongerThanAPostButNotEndless() {
    network.next("chat.bsky.convo.sendMessage", Response.json(200, FROM_US));
    assertThat(answer("a".repeat(1_000))).isInstanceOf(Delivered.class);
    assertThat(answer("a".repeat(1_001))).isInstanceOfSatisfying(Rejected.class,
        it -> assertThat(it.reason()).isEqualTo(Reason.TEXT_TOO_LONG));
  }

  @Test
  void aLostAnswerIsLookedForInItsConversation() {
    var found = Response.json(200, "{\"messages\":[" + FROM_US + "," + FROM_FAN + "]}");
    network.next("chat.bsky.convo.getMessages", found);
    assertThat(settled("Oui.")).isEqualTo(new Settlement.Found("c1/m2", null));
    network.next("chat.bsky.convo.getMessages", found);
    assertThat(settled("Livrez-vous ?")).isInstanceOf(Settlement.CannotTell.class);
    clock.advance(Duration.ofMinutes(2));
    network.next("chat.bsky.convo.getMessages", found);
    assertThat(bluesky.settle(
            session, draft("Non."), new DeliveryKey(Ids.next()), MovableClock.START))
        .isEqualTo(new Settlement.Absent());
  }

  @Test
  void aConversationHeardLateDoesNotSayThatACallIsLost() {
    network.next("chat.bsky.convo.getMessages", Response.json(200, "{\"messages\":[]}"));
    network.wire.next(it -> it.path().contains("getMessages"),
        new Meanwhile(() -> clock.advance(Duration.ofMinutes(2))));
    assertThat(settled("Oui.")).isInstanceOf(Settlement.CannotTell.class);
  }

  @Test
  void likingAMessageIsAHeartUnderIt() {
    network.next("chat.bsky.convo.addReaction", Response.json(200, "{}"));
    assertThat(bluesky.like(session, "c1/m1", new DeliveryKey(Ids.next())))
        .isEqualTo(new Delivered("c1/m1", null));
    assertThat(network.sent("chat.bsky.convo.addReaction").getFirst().path("messageId").asString())
        .isEqualTo("m1");
  }

  private ActivityPage look(String cursor) {
    if (cursor == null)
      network.next("app.bsky.notification.listNotifications",
          Response.json(200, "{\"notifications\":[]}"));
    return ((Reading.Read<ActivityPage>) bluesky.activity(session, cursor)).value();
  }

  private List<Inbound> understood(ActivityPage page) {
    return page.events().stream()
        .flatMap(it -> bluesky.understand(session.account(), it).stream()).toList();
  }

  private DeliveryOutcome answer(String text) {
    return bluesky.publish(session, draft(text), new DeliveryKey(Ids.next()));
  }

  private Settlement settled(String text) {
    return bluesky.settle(session, draft(text), new DeliveryKey(Ids.next()), MovableClock.START);
  }

  private static PostDraft draft(String text) {
    return PostDraft.of(text).inReplyTo(new ReplyTo("c1/m1", "c1", true, null));
  }
}
