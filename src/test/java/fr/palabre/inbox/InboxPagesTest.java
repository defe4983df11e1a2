package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;
import static fr.palabre.inbox.Talk.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.inbox.Replies.NewReply;
import fr.palabre.inbox.ReplyOutcome.Accepted;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class InboxPagesTest extends WaitingQuestion {
  @Autowired MockMvc mvc;
  @Autowired Presence presence;
  @Autowired ConversationStore conversations;
  @Autowired MovableClock clock;

  @Test
  void whoeverHasWaitedLongestStandsFirst() throws Exception {
    clock.advance(Duration.ofHours(1));
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    var page = page("");
    assertThat(page.indexOf("Maëlle")).isPositive().isLessThan(page.indexOf("Robin"));
  }

  @Test
  void aThreadStandsUnderItsPost() throws Exception {
    assertThat(page("/" + conversation().id()))
        .contains("Portes ouvertes").contains("Ouvert samedi ?");
  }

  @Test
  void aReaderSeesWithoutBeingAbleToAnswer() throws Exception {
    var reader = brands.member(brand, Role.READER);
    assertThat(body(get(address("/" + conversation().id())), reader))
        .contains("Ouvert samedi ?").doesNotContain("id=\"reply\"");
  }

  @Test
  void whoMayNotAnswerIsNotAskedTo() throws Exception {
    var reader = brands.member(brand, Role.READER);
    assertThat(body(get("/" + claire.tenantPath() + "/journee"), claire)).contains("Maëlle");
    assertThat(body(get("/" + reader.tenantPath() + "/journee"), reader))
        .doesNotContain("Maëlle");
  }

  @Test
  void theFilterIsInTheAddress() throws Exception {
    talk.hear(brand, account, talk.message(ROBIN, Kind.DIRECT, "d1", null, "room", "En privé"));
    assertThat(page("?genre=direct")).contains("En privé").doesNotContain("Ouvert samedi ?");
    assertThat(page("?genre=quote")).contains("Aucun fil ne passe ce filtre");
  }

  @Test
  void aWordIsFoundWhateverItsAccentsAndItsEnd() throws Exception {
    talk.says(brand, account, ROBIN, "m2", "post", "Le goûter était délicieux");
    assertThat(page("?q=DELIC")).contains("Robin").doesNotContain("Ouvert samedi ?");
    assertThat(page("?q=gouter")).contains("<mark>goûter</mark>");
  }

  @Test
  void aPersonsNameIsFoundToo() throws Exception {
    assertThat(page("?q=maelle")).contains("Ouvert samedi ?");
  }

  @Test
  void anotherBrandsConversationDoesNotExist() throws Exception {
    var stranger = brands.member(brands.brand(), Role.ADMINISTRATOR);
    var answer = answer(get("/" + stranger.tenantPath() + "/messagerie/" + conversation().id()),
        stranger);
    assertThat(answer.getStatus()).isEqualTo(404);
  }

  @Test
  void withoutAScriptAnAnswerLeadsToTheNextThread() throws Exception {
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    var answer = answer(say(conversationOf("m1"), "Oui"), claire);
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getRedirectedUrl()).endsWith("/messagerie/" + conversationOf("m2").id());
  }

  @Test
  void theLatecomersTextIsKeptAndToldWhy() throws Exception {
    var c = conversation();
    talk.reply(claire, new NewReply(c.id(), UUID.randomUUID(), c.version(), null, "Oui"));
    clock.advance(Duration.ofMinutes(2));
    var shown = body(say(c, "Oui, dès dix heures").header("HX-Request", "true"), ousmane);
    assertThat(shown)
        .contains(claire.name() + " a répondu il y a 2 min")
        .contains("Oui, dès dix heures</textarea>");
  }

  @Test
  void aRefusalSaysWhatHappenedAndKeepsTheText() throws Exception {
    var c = conversation();
    var reply = ((Accepted) talk.reply(claire, c.id(), c.version(), "Oui, dès dix heures"))
        .message();
    talk.refused(claire, reply, Reason.FORBIDDEN);
    assertThat(page("/" + c.id()))
        .contains("n’a pas le droit de répondre ici").contains("Oui, dès dix heures</textarea>");
  }

  @Test
  void theHeartbeatTellsWhatCameInAndWhoIsHere() throws Exception {
    var c = conversation();
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    brands.within(brand, () -> {
      presence.here(ousmane, c.id(), true);
      return true;
    });
    var beat = body(post(address("/pouls")).param("fil", c.id().toString())
        .param("version", "" + c.version()), claire);
    assertThat(beat).contains("nouveaux messages").contains(ousmane.name() + " écrit…");
  }

  @Test
  void theHeartbeatTellsWhatHappenedInTheThreadBeingRead() throws Exception {
    var c = conversation();
    talk.says(brand, account, MAELLE, "m2", "m1", "Et dimanche ?");
    var beat = body(post(address("/pouls")).param("fil", c.id().toString())
        .param("version", "" + c.version()), claire);
    assertThat(beat).contains("Maëlle a écrit");
  }

  @Test
  void closingOffersToUndo() throws Exception {
    var c = conversation();
    var answer = answer(post(address("/" + c.id() + "/cloture")).with(csrf())
        .param("version", "" + c.version()).header("HX-Request", "true"), claire);
    var undo = answer.getHeader("HX-Trigger").replaceAll(".*\"undo\":\"([^\"]*)\".*", "$1");
    answer(post(undo), claire);
    assertThat(conversation().isWaiting()).isTrue();
  }

  @Test
  void severalThreadsAreClosedAtOnce() throws Exception {
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    answer(post(address("/lot")).param("fil", read("m1"), read("m2")), claire);
    assertThat(talk.count(brand, "inbox_conversation where closed_at is not null")).isEqualTo(2);
  }

  @Test
  void theMenuCountsThoseWhoWait() throws Exception {
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    assertThat(body(get("/" + brand.slug() + "/journee"), claire))
        .contains("<span class=\"count\">2<").contains("2 personnes attendent une réponse");
  }

  @Test
  void everyMessageIsAnsweredDecidedOrOpenWithAnOwner() throws Exception {
    talk.says(brand, account, ROBIN, "m2", "post", "Merci !");
    talk.says(brand, account, ROBIN, "m3", "post", "Et dimanche ?");
    talk.says(brand, account, MAELLE, "m4", "m1", "Et le soir ?");
    close(conversationOf("m2"), "NOTHING_TO_ADD");
    answer(say(conversationOf("m3"), "Fermé"), claire);
    assertThat(page("/suivi")).contains("Sur 4 messages reçus, 1 ont une réponse, "
        + "1 n’en demandaient pas, 0 attendent quelqu’un de précis. Il en reste 2 ");
  }

  private void close(Conversation c, String why) throws Exception {
    answer(post(address("/" + c.id() + "/cloture")).param("version", "" + c.version())
        .param("motif", why), claire);
  }

  private MockHttpServletRequestBuilder say(Conversation c, String text) {
    return post(address("/" + c.id() + "/paroles")).with(csrf())
        .param("genre", "reponse").param("cle", UUID.randomUUID().toString())
        .param("version", "" + c.version()).param("texte", text);
  }

  private String page(String below) throws Exception {
    return body(get(address(below)), claire);
  }

  private String body(MockHttpServletRequestBuilder request, Member as) throws Exception {
    return answer(request, as).getContentAsString();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Member as)
      throws Exception {
    return mvc.perform(request.with(csrf()).cookie(brands.session(as.user()))).andReturn()
        .getResponse();
  }

  private String address(String below) {
    return "/" + brand.slug() + "/messagerie" + below;
  }

  private String read(String root) {
    var c = conversationOf(root);
    return c.id() + ":" + c.version();
  }

  private Conversation conversation() {
    return talk.only(brand, conversations);
  }

  private Conversation conversationOf(String root) {
    return brands.within(brand,
        () -> conversations.lockRoot(brand.id(), account, Kind.REPLY, root).orElseThrow());
  }
}
