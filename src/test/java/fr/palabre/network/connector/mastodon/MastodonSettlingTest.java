package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.FANS_REPLY;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.DeliveryKey;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.Image;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.Settlement;
import fr.palabre.network.Settlement.Absent;
import fr.palabre.network.Settlement.CannotTell;
import fr.palabre.network.Settlement.Found;
import fr.palabre.network.WireStandIn.Misbehaviour.Meanwhile;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.Ids;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the account's own list says of a call whose answer was lost. */
class MastodonSettlingTest {
  private static final String TEXT = """
      Demain, @fanny@autre.exemple viendra au fournil & goûtera la brioche <au beurre>.

      Plus ici : https://www.exemple.test/boulangeries/du-quartier/le-fournil #pain 🥐""";
  private final MovableClock clock = new MovableClock();
  private final MastodonStandIn network = new MastodonStandIn(clock);
  private final MastodonConnector mastodon = new MastodonConnector(OpenDoor.toThisMachine(),
      (_, _, _, _, _) -> {}, (_, _) -> {}, _ -> true, clock);
  private final Instant sent = clock.instant();

  @Test
  void aPostIsKnownAgainByItsWordsHoweverTheServerShowsThem() {
    var out = network.post(TEXT);
    out.put("content", """
        <p>Demain, <span class="h-card"><a href="https://autre.exemple/@fanny" class="u-url mention"
        >@<span>fanny</span></a></span> viendra au fournil &amp; goûtera la brioche &lt;au \
        beurre&gt;.</p><p>Plus ici : <a href="https://www.exemple.test/boulangeries/du-quartier/\
        le-fournil"><span class="invisible">https://www.</span><span class="ellipsis">exemple.test\
        /boulangeries/du-qu</span><span class="invisible">artier/le-fournil</span></a> <a \
        href="https://mastodon.exemple/tags/pain" class="mention hashtag">#<span>pain</span></a> \
        🥐</p>""");
    assertThat(settle(PostDraft.of(TEXT))).isEqualTo(new Found(
        out.path("id").asString(), URI.create(out.path("url").asString())));
  }

  @Test
  void anAnswerIsKnownAgainThoughItCallsSomebodyInFront() {
    network.post("@fanny@autre.exemple Merci !").put("in_reply_to_id", FANS_REPLY);
    assertThat(settle(answer("Merci !", false))).isInstanceOf(Found.class);
  }

  @Test
  void theSameWordsUnderAnotherMessageAreAnotherAnswer() {
    network.post("@fanny@autre.exemple Merci !").put("in_reply_to_id", "1");
    network.post("Merci !");
    later();
    assertThat(settle(answer("Merci !", false))).isEqualTo(new Absent());
  }

  @Test
  void theSameWordsOfAnotherDayAreAnotherPost() {
    network.post("Bonjour à tous").put("created_at", sent.minusSeconds(86_400).toString());
    later();
    assertThat(settle(PostDraft.of("Bonjour à tous"))).isEqualTo(new Absent());
  }

  @Test
  void aCallThatMayStillArriveIsNotSaidToBeLost() {
    assertThat(settle(PostDraft.of("En route"))).isInstanceOf(CannotTell.class);
    later();
    assertThat(settle(PostDraft.of("En route"))).isEqualTo(new Absent());
  }

  @Test
  void anOldListHeardLateDoesNotSayThatACallIsLost() {
    network.wire.next(it -> it.is("GET", "/api/v1/accounts/"), new Meanwhile(this::later));
    assertThat(settle(PostDraft.of("En route"))).isInstanceOf(CannotTell.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"🥐", "Lisez : https://exemple.test/b"})
  void aPostThatIsOnlyAlikeLeavesItToAPerson(String text) {
    network.post(text.equals("🥐") ? "🥖" : "Lisez : https://exemple.test/a");
    later();
    assertThat(settle(PostDraft.of(text))).isInstanceOf(CannotTell.class);
  }

  @Test
  void anImageWithoutWordsIsKnownAgainByItsDescription() {
    var out = network.post("");
    out.putArray("media_attachments").add(
        ((ObjectNode) MastodonStandIn.body("media")).put("description", "Un étal"));
    var image = new Image(Path.of("none"), "image/png", 9, 8, 6, "Un étal");
    var draft = new PostDraft("", List.of(image), null, null, null, null, "fr");
    assertThat(settle(draft)).isInstanceOf(Found.class);
  }

  @Test
  void aBusyAccountIsReadBackAsFarAsTheCall() {
    var out = network.post("Perdu de vue");
    for (int i = 0; i < 100; i++) network.post("Message " + i);
    assertThat(settle(PostDraft.of("Perdu de vue"))).isEqualTo(new Found(
        out.path("id").asString(), URI.create(out.path("url").asString())));
  }

  @Test
  void anAccountTooBusyToBeReadBackLeavesItToAPerson() {
    for (int i = 0; i < 300; i++) network.post("Message " + i);
    later();
    assertThat(settle(PostDraft.of("Jamais parti")))
        .isEqualTo(new CannotTell("too much was posted since"));
  }

  @Test
  void aPrivateAnswerThatTheListLeavesOutIsFoundInItsThread() {
    network.post("@fanny@autre.exemple Oui").put("in_reply_to_id", FANS_REPLY);
    network.next("GET", "/api/v1/accounts/",
        Response.json(200, "[]"));
    assertThat(settle(answer("Oui", true))).isInstanceOf(Found.class);
  }

  @Test
  void aListThatCannotBeReadSaysNothing() {
    network.next("GET", "/api/v1/accounts/", written(403, "error-scope"));
    later();
    assertThat(settle(PostDraft.of("Où est-il ?")))
        .isEqualTo(new CannotTell("This action is outside the authorized scopes"));
    network.wire.close();
    assertThat(settle(PostDraft.of("Où est-il ?"))).isInstanceOf(CannotTell.class);
  }

  private void later() {
    clock.advance(Duration.ofMinutes(2));
  }

  private Settlement settle(PostDraft draft) {
    return mastodon.settle(network.session(), draft, new DeliveryKey(Ids.next()), sent);
  }

  private static PostDraft answer(String text, boolean direct) {
    return PostDraft.of(text)
        .inReplyTo(new ReplyTo(FANS_REPLY, FANS_REPLY, direct, "fanny@autre.exemple"));
  }
}
