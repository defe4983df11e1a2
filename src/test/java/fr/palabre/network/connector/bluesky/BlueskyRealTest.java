package fr.palabre.network.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectResult.Refused;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.Metric;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostDraft.LinkCard;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.Settlement;
import fr.palabre.platform.Ids;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.RealBluesky;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The connector on a real Bluesky network (src/test/real/bluesky-network start). */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlueskyRealTest {
  private final BlueskyConnector bluesky =
      new BlueskyConnector(OpenDoor.toThisMachine(), (_, _, _, _, _) -> {}, Clock.systemUTC());
  private RealBluesky network;
  private RealBluesky.Person brand;
  private RealBluesky.Person fan;
  private AccountSession session;
  @TempDir Path folder;

  @BeforeAll
  void twoPeople() {
    network = RealBluesky.running();
    brand = network.person("marque");
    fan = network.person("public");
    session = connected(brand, "");
  }

  @Test
  void aPostWithImageLinkMentionAndHashtagIsReadByTheFanAsItWasWritten() throws IOException {
    var text = "Ouvert samedi 🥕👨‍👩‍👧 : https://example.org/marché, merci @" + fan.handle + " #marché !";
    var out = delivered(PostDraft.of(text), List.of(image()));
    var thread = fan.sees(out.remoteId(), it -> it.has("post"));
    var post = thread.path("post");
    assertThat(post.at("/record/text").asString()).isEqualTo(text);
    assertThat(post.at("/embed/images/0/alt").asString()).isEqualTo("Un étal");
    assertThat(post.at("/embed/images/0/aspectRatio/width").asInt()).isEqualTo(40);
    var bytes = text.getBytes();
    var shown = new ArrayList<String>();
    for (var facet : post.at("/record/facets")) {
      var start = facet.at("/index/byteStart").asInt();
      shown.add(new String(bytes, start, facet.at("/index/byteEnd").asInt() - start));
    }
    assertThat(shown).containsExactly("https://example.org/marché", "@" + fan.handle, "#marché");
    assertThat(out.permalink()).asString().startsWith("https://bsky.app/profile/did:plc:");
  }

  @Test
  void anImageSentAheadOfItsPostIsSeenWithIt() throws IOException {
    var image = image();
    var sent = ((Reading.Read<String>) bluesky.sendAhead(session, image)).value();
    var out = delivered(PostDraft.of("Plus tard"), List.of(new PostDraft.Image(Path.of("gone"),
        image.mimeType(), image.bytes(), image.width(), image.height(), image.altText(), sent)));
    var post = fan.sees(out.remoteId(), it -> it.has("post")).path("post");
    assertThat(post.at("/embed/images/0/alt").asString()).isEqualTo("Un étal");
  }

  @Test
  void theSameActTwiceIsOnePost() {
    var key = key();
    var first = (Delivered) bluesky.publish(session, PostDraft.of("Une seule fois"), key);
    var submitted = Instant.now().minus(Duration.ofMinutes(2));
    assertThat(bluesky.publish(session, PostDraft.of("Une seule fois"), key)).isEqualTo(first);
    assertThat(bluesky.settle(session, PostDraft.of("Une seule fois"), key, submitted))
        .isEqualTo(new Settlement.Found(first.remoteId(), first.permalink()));
    assertThat(bluesky.settle(session, PostDraft.of("Jamais partie"), key(), submitted))
        .isEqualTo(new Settlement.Absent());
  }

  @Test
  void whatTheFanDoesComesInAndIsUnderstoodAndAnswered() {
    var post = delivered(PostDraft.of("Qui vient ?"), List.of()).remoteId();
    fan.sees(post, it -> it.has("post"));
    var asked = fan.reply(post, "À quelle heure ?");
    var mention = fan.mention(brand, "Vu chez ");
    fan.like(post);
    fan.repost(post);
    fan.follow(brand);
    var inbound = eventually(all -> all.stream().anyMatch(it -> isMessage(it, asked))
        && all.stream().anyMatch(it -> isMessage(it, mention))
        && all.stream().filter(Reaction.class::isInstance).count() >= 3);
    var question = inbound.stream().filter(it -> isMessage(it, asked))
        .map(Message.class::cast).findFirst().orElseThrow();
    assertThat(question.kind()).isEqualTo(Kind.REPLY);
    assertThat(question.text()).isEqualTo("À quelle heure ?");
    assertThat(question.author().handle()).isEqualTo(fan.handle);
    assertThat(question.parentId()).isEqualTo(post);
    assertThat(inbound).filteredOn(Reaction.class::isInstance).map(it -> ((Reaction) it).kind())
        .contains(ReactionKind.LIKE, ReactionKind.SHARE, ReactionKind.FOLLOW);

    var answer = delivered(PostDraft.of("Neuf heures.")
        .inReplyTo(new ReplyTo(asked, post, false, null)), List.of());
    var thread = fan.sees(post, it -> it.at("/replies/0/replies/0/post").isObject());
    assertThat(thread.at("/replies/0/replies/0/post/uri").asString()).isEqualTo(answer.remoteId());

    assertThat(bluesky.like(session, asked, key())).isInstanceOf(Delivered.class);
    assertThat(bluesky.like(session, asked, key())).isInstanceOf(Delivered.class);
    fan.sees(asked, it -> it.at("/post/likeCount").asInt() == 1);
    assertThat(bluesky.unlike(session, asked, key())).isInstanceOf(Delivered.class);
    assertThat(bluesky.unlike(session, asked, key())).isInstanceOf(Delivered.class);
    fan.sees(asked, it -> it.at("/post/likeCount").asInt() == 0);

    assertThat(counts(post)).contains(
        entry(Metric.REACTIONS, 1L), entry(Metric.COMMENTS, 1L), entry(Metric.REPOSTS, 1L));
    assertThat(((Reading.Read<Map<Metric, Long>>)
        bluesky.accountMetrics(session, Instant.now())).value())
        .containsEntry(Metric.FOLLOWERS, 1L);
  }

  @Test
  void aThreadFollowsItselfWithoutWaitingForTheAppView() {
    var first = delivered(PostDraft.of("1/3"), List.of()).remoteId();
    var second = delivered(next("2/3", first, first), List.of()).remoteId();
    var third = delivered(next("3/3", second, first), List.of()).remoteId();
    var thread = fan.sees(first, it -> it.at("/replies/0/replies/0/post").isObject());
    assertThat(thread.at("/replies/0/replies/0/post/uri").asString()).isEqualTo(third);
    assertThat(thread.at("/replies/0/replies/0/post/record/reply/root/uri").asString())
        .isEqualTo(first);
  }

  @Test
  void aLinkGoesOutAsACard() {
    var card = new LinkCard(URI.create("https://example.org/"), "Le marché", "Chaque samedi");
    var draft = new PostDraft("À lire", List.of(), null, card, null, null, "fr");
    var out = (Delivered) bluesky.publish(session, draft, key());
    var thread = fan.sees(out.remoteId(), it -> it.has("post"));
    assertThat(thread.at("/post/embed/external/title").asString()).isEqualTo("Le marché");
    assertThat(thread.at("/post/record/langs/0").asString()).isEqualTo("fr");
  }

  @Test
  void aDeletedPostIsGoneAndDeletingItAgainIsHarmless() {
    var out = delivered(PostDraft.of("À retirer"), List.of());
    fan.sees(out.remoteId(), it -> it.has("post"));
    assertThat(bluesky.delete(session, out.remoteId())).isInstanceOf(Delivered.class);
    assertThat(bluesky.delete(session, out.remoteId())).isInstanceOf(Delivered.class);
    fan.sees(out.remoteId(), it -> !it.has("post"));
    assertThat(((Reading.Read<Map<String, PostSeen>>)
        bluesky.postMetrics(session, List.of(out.remoteId()))).value()).isEmpty();
    assertThat(bluesky.publish(
            session, next("Trop tard", out.remoteId(), out.remoteId()), key()))
        .isInstanceOfSatisfying(Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.PARENT_GONE));
  }

  @Test
  void aSessionIsRenewedAndARevokedPasswordEndsIt() {
    var other = network.person("autre");
    var old = connected(other, network.appview.toString());
    var renewed = ((Reading.Read<fr.palabre.network.Credentials>) bluesky.refresh(old)).value();
    var next = new AccountSession(old.account(), renewed);
    assertThat(renewed.expiresAt()).isAfter(Instant.now().plus(Duration.ofMinutes(100)));
    assertThat(bluesky.publish(next, PostDraft.of("Toujours là"), key()))
        .isInstanceOf(Delivered.class);
    assertThat(bluesky.accountMetrics(next, Instant.now())).isInstanceOf(Reading.Read.class);
    other.revokeAppPasswords();
    assertThat(bluesky.refresh(next)).isEqualTo(new Reading.Disconnected<>("ExpiredToken"));
    var broken = new AccountSession(old.account(), new fr.palabre.network.Credentials(Map.of(
        BlueskySettings.ACCESS, new fr.palabre.platform.secrets.Secret("nothing")), null));
    assertThat(bluesky.publish(broken, PostDraft.of("Non"), key()))
        .isEqualTo(new Disconnected("InvalidToken"));
  }

  @Test
  void theAccountsOwnPasswordIsNotTaken() {
    assertThat(bluesky.connect(form(brand, "main-password", "")))
        .isEqualTo(new Refused("network.bluesky.refused.mainPassword", List.of()));
    assertThat(bluesky.connect(form(brand, "abcd-efgh-ijkl-mnop", "")))
        .isEqualTo(new Refused("network.bluesky.refused.password", List.of()));
  }

  // ---- words of these stories

  private AccountSession connected(RealBluesky.Person person, String appview) {
    var found = (Connected) bluesky.connect(form(person, person.appPassword(), appview));
    assertThat(found.handle()).isEqualTo(person.handle);
    assertThat(found.missingScopes()).containsExactly("direct messages");
    return new AccountSession(
        new ConnectedAccount(AccountId.next(), WorkspaceId.next(), bluesky.id(), found.remoteId(),
            found.handle(), found.displayName(), null, found.settings(), Standing.CONNECTED),
        found.credentials());
  }

  private Map<String, String> form(RealBluesky.Person person, String password, String appview) {
    return Map.of("identifier", "@" + person.handle, "password", password,
        "service", network.pds.toString(), "appview", appview);
  }

  private Delivered delivered(PostDraft draft, List<PostDraft.Image> images) {
    var whole = new PostDraft(
        draft.text(), images, draft.replyTo(), null, null, null, draft.language());
    return (Delivered) bluesky.publish(session, whole, key());
  }

  private static PostDraft next(String text, String parent, String root) {
    return PostDraft.of(text).inReplyTo(new ReplyTo(parent, root, false, null));
  }

  private PostDraft.Image image() throws IOException {
    var file = folder.resolve("etal.png");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return new PostDraft.Image(file, "image/png", Files.size(file), 40, 30, "Un étal");
  }

  private Map<Metric, Long> counts(String post) {
    return ((Reading.Read<Map<String, PostSeen>>)
        bluesky.postMetrics(session, List.of(post))).value().get(post).counts();
  }

  private List<Inbound> eventually(Predicate<List<Inbound>> complete) {
    String cursor = null;
    var inbound = new ArrayList<Inbound>();
    for (int look = 0; look < 50; look++) {
      var page = ((Reading.Read<ActivityPage>) bluesky.activity(session, cursor)).value();
      cursor = page.cursor();
      for (var event : page.events()) inbound.addAll(bluesky.understand(session.account(), event));
      if (complete.test(inbound)) return inbound;
      RealBluesky.pause();
    }
    throw new AssertionError("Never came in: " + inbound.size() + " events so far");
  }

  private static boolean isMessage(Inbound inbound, String uri) {
    return inbound instanceof Message message && message.remoteId().equals(uri);
  }

  private static DeliveryKey key() {
    return new DeliveryKey(Ids.next());
  }
}
