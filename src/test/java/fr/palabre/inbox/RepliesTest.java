package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.Replies.NewReply;
import fr.palabre.inbox.ReplyOutcome.Accepted;
import fr.palabre.inbox.ReplyOutcome.Impossible;
import fr.palabre.inbox.ReplyOutcome.Overtaken;
import fr.palabre.inbox.ReplyOutcome.Why;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.Inbound;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepliesTest extends WaitingQuestion {
  @Autowired Replies replies;
  @Autowired Inbox inbox;
  @Autowired ConversationStore conversations;
  @Autowired MovableClock clock;

  @Test
  void twoPeopleCannotAnswerTheSameMessageUnknowingly() {
    var c = conversation();
    talk.reply(claire, c.id(), c.version(), "Oui, dès dix heures");
    clock.advance(Duration.ofMinutes(2));
    var second = talk.reply(ousmane, c.id(), c.version(), "Oui !");
    assertThat(second).isInstanceOfSatisfying(Overtaken.class, o -> {
      assertThat(o.since().getFirst().kind()).isEqualTo(Happening.Kind.REPLIED);
      assertThat(o.since().getFirst().who()).isEqualTo(claire.name());
    });
    assertThat(talk.count(brand, "delivery_delivery")).isOne();
  }

  @Test
  void ofTwoAnswersAtTheSameInstantOneIsRefused() throws Exception {
    var c = conversation();
    Callable<ReplyOutcome> first = () -> talk.reply(claire, c.id(), c.version(), "Oui");
    Callable<ReplyOutcome> second = () -> talk.reply(ousmane, c.id(), c.version(), "Non");
    try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes = two.invokeAll(List.of(first, second)).stream()
          .map(f -> f.resultNow().getClass().getSimpleName()).toList();
      assertThat(outcomes).containsExactlyInAnyOrder("Accepted", "Overtaken");
    }
  }

  @Test
  void oneGestureSentTwiceIsOneAnswer() {
    var c = conversation();
    var reply = new NewReply(c.id(), UUID.randomUUID(), c.version(), null, "Oui");
    assertThat(talk.reply(claire, reply)).isEqualTo(talk.reply(claire, reply));
    assertThat(talk.count(brand, "inbox_message where ours")).isOne();
  }

  @Test
  void whoAnswersHasReadTheLastMessage() {
    var c = conversation();
    talk.says(brand, account, MAELLE, "m2", "m1", "Je voulais dire dimanche");
    assertThat(talk.reply(claire, c.id(), c.version(), "Oui")).isInstanceOf(Overtaken.class);
  }

  @Test
  void anAnswerOnItsWayLeavesNothingToAnswer() {
    reply("Oui");
    assertThat(conversation().isWaiting()).isFalse();
    assertThat(talk.one(brand, "select reply_state from inbox_conversation")).hasValue("SENDING");
  }

  @Test
  void whoAnswersFirstOwnsTheConversation() {
    reply("Oui");
    assertThat(conversation().assignee()).isEqualTo(claire.user());
  }

  @Test
  void aTurnEndsWhenTheAnswerIsOut() {
    var reply = reply("Oui");
    clock.advance(Duration.ofSeconds(3));
    talk.accepted(claire, reply, "o1");
    assertThat(talk.one(brand, "select outcome || ' ' || "
        + "extract(epoch from ended_at - started_at)::int from inbox_turn"))
        .hasValue("ANSWERED 3");
    assertThat(talk.one(brand, "select reply_state from inbox_conversation")).isEmpty();
  }

  @Test
  void aReplyThatTheNetworkRefusedStaysWithItsText() {
    var reply = reply("Oui, dès dix heures");
    talk.refused(claire, reply, Reason.FORBIDDEN);
    assertThat(talk.one(brand, "select text || ' ' || refusal from inbox_message where ours"))
        .hasValue("Oui, dès dix heures FORBIDDEN");
    assertThat(conversation().isWaiting()).isTrue();
  }

  @Test
  void aRefusedReplyIsTriedAgainWithoutBeingWrittenAgain() {
    var reply = reply("Oui");
    talk.refused(claire, reply, Reason.FORBIDDEN);
    brands.within(brand, () -> replies.retry(claire, reply, "Oui"));
    assertThat(talk.state(brand, reply)).isEqualTo("SENDING");
    assertThat(conversation().isWaiting()).isFalse();
  }

  @Test
  void whatARefusalLeavesUnansweredOpensEvenAClosedConversation() {
    var reply = reply("Oui");
    close(NoAnswer.CLOSED);
    talk.refused(claire, reply, Reason.FORBIDDEN);
    assertThat(conversation().isClosed()).isFalse();
    assertThat(conversation().isWaiting()).isTrue();
  }

  @Test
  void aMessageThatCameWhileTheAnswerWasOnItsWayStillWaits() {
    var reply = reply("Oui");
    talk.says(brand, account, MAELLE, "m2", "m1", "Et dimanche ?");
    talk.accepted(claire, reply, "o1");
    assertThat(conversation().isWaiting()).isTrue();
    assertThat(talk.count(brand, "inbox_turn where outcome is null")).isOne();
  }

  @Test
  void aRefusedAnswerAndANewMessageWaitAsOne() {
    var reply = reply("Oui");
    talk.says(brand, account, MAELLE, "m2", "m1", "Et dimanche ?");
    talk.refused(claire, reply, Reason.FORBIDDEN);
    assertThat(talk.one(brand, "select count(*) || ' ' || sum(messages) from inbox_turn"))
        .hasValue("1 2");
  }

  @Test
  void anAnswerInDoubtIsSaidToBeInDoubt() {
    var reply = reply("Oui");
    talk.unknown(claire, reply);
    assertThat(talk.one(brand, "select reply_state from inbox_conversation")).hasValue("UNKNOWN");
  }

  @Test
  void ourAnswerComingBackBeforeItsOutcomeIsNotDoubled() {
    var reply = reply("Oui");
    talk.says(brand, account, Talk.OURSELVES, "o1", "m1", "Oui");
    talk.accepted(claire, reply, "o1");
    talk.says(brand, account, Talk.OURSELVES, "o1", "m1", "Oui");
    assertThat(talk.count(brand, "inbox_message where ours")).isOne();
  }

  @Test
  void theNextMessageBeginsANewTurn() {
    talk.accepted(claire, reply("Oui"), "o1");
    talk.says(brand, account, MAELLE, "m2", "o1", "Merci, et dimanche ?");
    assertThat(conversation().isWaiting()).isTrue();
    assertThat(talk.count(brand, "inbox_turn")).isEqualTo(2);
  }

  @Test
  void aTextLongerThanTheNetworkTakesIsRefusedBeforeItLeaves() {
    var c = conversation();
    assertThat(talk.reply(claire, c.id(), c.version(), "o".repeat(Parlour.LONGEST + 1)))
        .isEqualTo(new Impossible(Why.TOO_LONG));
    assertThat(conversation().version()).isEqualTo(c.version());
  }

  @Test
  void whatItsAuthorTookBackCannotBeAnswered() {
    talk.hear(brand, account, new Inbound.MessageDeleted("m1", clock.instant()));
    var c = conversation();
    assertThat(talk.reply(claire, c.id(), c.version(), "Oui"))
        .isEqualTo(new Impossible(Why.NOTHING_TO_ANSWER));
  }

  @Test
  void anAnswerTakenBackBeforeItLeftLeavesTheQuestionWaiting() {
    var reply = reply("Oui");
    assertThat(brands.<Boolean>within(brand, () -> replies.withdraw(claire, reply))).isTrue();
    assertThat(conversation().isWaiting()).isTrue();
    assertThat(talk.state(brand, reply)).isEqualTo("WITHDRAWN");
  }

  @Test
  void aMessageIsLikedOnce() {
    var message = UUID.fromString(
        talk.one(brand, "select id from inbox_message where not ours").orElseThrow());
    for (int i = 0; i < 2; i++)
      brands.within(brand, () -> {
        replies.like(claire, message);
        return true;
      });
    assertThat(talk.count(brand, "delivery_delivery")).isOne();
  }

  private UUID reply(String text) {
    var c = conversation();
    return ((Accepted) talk.reply(claire, c.id(), c.version(), text)).message();
  }

  private void close(NoAnswer why) {
    var c = conversation();
    brands.within(brand, () -> inbox.close(claire, List.of(new Read(c.id(), c.version())), why));
  }

  private Conversation conversation() {
    return talk.only(brand, conversations);
  }
}
