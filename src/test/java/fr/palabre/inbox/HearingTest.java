package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;
import static fr.palabre.inbox.Talk.OURSELVES;
import static fr.palabre.inbox.Talk.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InboxTest
class HearingTest {
  @Autowired Brands brands;
  @Autowired Talk talk;
  @Autowired ConversationStore conversations;
  @Autowired MovableClock clock;
  private Workspace brand;
  private AccountId account;

  @BeforeEach
  void aBrandWithAPost() {
    brand = brands.brand();
    account = talk.account(brand);
    talk.published(brand, account, "post", "Le four s’allume à dix heures");
  }

  @Test
  void aCommentWaitsForAnAnswerUnderItsPost() {
    talk.says(brand, account, MAELLE, "m1", "post", "Quelle belle idée !");
    var c = talk.only(brand, conversations);
    assertThat(c.postId()).isEqualTo("post");
    assertThat(c.waitingSince()).isEqualTo(clock.instant());
  }

  @Test
  void theSameMessageToldTwiceIsOneMessage() {
    talk.says(brand, account, MAELLE, "m1", "post", "Quelle belle idée !");
    talk.says(brand, account, MAELLE, "m1", "post", "Quelle belle idée !");
    assertThat(talk.count(brand, "inbox_message")).isOne();
    assertThat(talk.one(brand, "select messages from inbox_turn")).hasValue("1");
  }

  @Test
  void twoCommentsUnderOnePostAreTwoConversations() {
    talk.says(brand, account, MAELLE, "m1", "post", "Bonjour");
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    assertThat(talk.count(brand, "inbox_conversation")).isEqualTo(2);
  }

  @Test
  void anAnswerToACommentJoinsItsConversation() {
    talk.says(brand, account, MAELLE, "m1", "post", "Bonjour");
    talk.says(brand, account, ROBIN, "m2", "m1", "Moi aussi");
    assertThat(talk.one(brand, "select unanswered from inbox_conversation")).hasValue("2");
  }

  @Test
  void aMessageThatComesBeforeTheOneItAnswersFindsItAgain() {
    talk.hear(brand, account, talk.message(ROBIN, Kind.REPLY, "m2", "m1", "post", "Moi aussi"));
    talk.says(brand, account, MAELLE, "m1", "post", "Bonjour");
    assertThat(talk.only(brand, conversations).postId()).isEqualTo("post");
  }

  @Test
  void aPrivateExchangeIsOneConversation() {
    talk.hear(brand, account, talk.message(MAELLE, Kind.DIRECT, "d1", null, "room", "Bonjour"));
    talk.hear(brand, account, talk.message(MAELLE, Kind.DIRECT, "d2", null, "room", "Alors ?"));
    assertThat(talk.only(brand, conversations).isPrivate()).isTrue();
  }

  @Test
  void whatWeAnsweredFromAnotherToolIsRecognised() {
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
    clock.advance(Duration.ofMinutes(5));
    talk.says(brand, account, OURSELVES, "o1", "m1", "Oui, dès dix heures");
    assertThat(talk.only(brand, conversations).isWaiting()).isFalse();
    assertThat(talk.one(brand, "select outcome from inbox_turn")).hasValue("ANSWERED");
  }

  @Test
  void ourOwnPostsAreNoConversation() {
    talk.says(brand, account, OURSELVES, "o1", "post", "La suite du fil");
    assertThat(talk.count(brand, "inbox_conversation")).isZero();
    assertThat(talk.one(brand, "select text from inbox_post where remote_id = 'o1'"))
        .hasValue("La suite du fil");
  }

  @Test
  void anAuthorsChangeIsKeptVisible() {
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
    talk.hear(brand, account,
        new Inbound.MessageChanged("m1", "Ouvert dimanche ?", clock.instant()));
    assertThat(talk.one(brand, "select text from inbox_revision")).hasValue("Ouvert samedi ?");
    assertThat(talk.one(brand, "select excerpt from inbox_conversation"))
        .hasValue("Ouvert dimanche ?");
  }

  @Test
  void aMessageItsAuthorTookBackAsksForNoAnswer() {
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
    talk.hear(brand, account, new Inbound.MessageDeleted("m1", clock.instant()));
    assertThat(talk.only(brand, conversations).isWaiting()).isFalse();
    assertThat(talk.one(brand, "select text from inbox_message")).hasValue("Ouvert samedi ?");
    assertThat(talk.one(brand, "select reason from inbox_turn")).hasValue("TAKEN_BACK");
  }

  @Test
  void oneMessageTakenBackOfTwoLeavesOneToAnswer() {
    talk.says(brand, account, MAELLE, "m1", "post", "Ouvert samedi ?");
    talk.says(brand, account, MAELLE, "m2", "m1", "Je voulais dire dimanche");
    talk.hear(brand, account, new Inbound.MessageDeleted("m1", clock.instant()));
    assertThat(talk.one(brand, "select unanswered from inbox_conversation")).hasValue("1");
  }

  @Test
  void aLikeToldTwiceCountsOnce() {
    var like = new Inbound.Reaction(ReactionKind.LIKE, MAELLE, "post", clock.instant());
    talk.hear(brand, account, like);
    talk.hear(brand, account, like);
    assertThat(talk.one(brand, "select likes from inbox_post")).hasValue("1");
  }

  @Test
  void anAccountsPastAsksForNoAnswer() {
    var old = talk.message(MAELLE, Kind.REPLY, "m1", "post", "post", "Un vieux bonjour");
    clock.advance(Hearing.PAST.plusDays(1));
    talk.hear(brand, account, old);
    assertThat(talk.only(brand, conversations).isClosed()).isTrue();
    assertThat(talk.one(brand, "select reason from inbox_turn")).hasValue("OLD");
  }

  @Test
  void aPersonIsKnownOnceHoweverTheyRenameThemselves() {
    talk.says(brand, account, MAELLE, "m1", "post", "Bonjour");
    var renamed = new fr.palabre.network.RemoteAuthor("u1", "maelle.test", "Maëlle T.", null);
    talk.says(brand, account, renamed, "m2", "post", "Bonsoir");
    assertThat(talk.one(brand, "select count(*) || ' ' || min(name) from community_person"))
        .hasValue("1 Maëlle T.");
  }
}
