package fr.palabre.inbox;

import static fr.palabre.inbox.Talk.MAELLE;
import static fr.palabre.inbox.Talk.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.team.Team;
import fr.palabre.inbox.Inbox.Assignee;
import fr.palabre.inbox.Inbox.Done;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.network.DialogueFigures;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxActsTest extends WaitingQuestion {
  @Autowired Inbox inbox;
  @Autowired Team team;
  @Autowired Drafts drafts;
  @Autowired Presence presence;
  @Autowired DialogueFigures figures;
  @Autowired ConversationStore conversations;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @Test
  void closingWithoutAnAnswerIsADecisionOnRecord() {
    close(NoAnswer.NOTHING_TO_ADD);
    assertThat(talk.one(brand, "select outcome || ' ' || reason from inbox_turn"))
        .hasValue("DECIDED NOTHING_TO_ADD");
    assertThat(talk.one(brand,
        "select action from compliance_audit where action like 'conversation.%'"))
        .hasValue("conversation.closed");
  }

  @Test
  void whoeverLeavesTheBrandLeavesTheirConversationsToAll() {
    var c = conversation();
    within(() -> inbox.assign(claire, List.of(new Read(c.id(), c.version())),
        new Assignee(ousmane.userId(), "Ousmane")));
    var admin = brands.member(brand, Role.ADMINISTRATOR);
    within(() -> team.remove(admin, ousmane.user()));
    assertThat(conversation().assignee()).isNull();
    assertThat(conversation().assigneeName()).isNull();
    assertThat(conversation().waitingSince()).isNotNull();
  }

  @Test
  void undoingACloseLetsTheMessageWaitAsBefore() {
    var waited = conversation().waitingSince();
    clock.advance(Duration.ofHours(1));
    undo(close(NoAnswer.CLOSED));
    assertThat(conversation().waitingSince()).isEqualTo(waited);
  }

  @Test
  void whatHasChangedSinceIsNotUndone() {
    var closing = close(NoAnswer.CLOSED);
    talk.says(brand, account, MAELLE, "m2", "m1", "Vous êtes là ?");
    assertThat(undo(closing)).isEqualTo(new Done(closing.batch(), 0, 1));
  }

  @Test
  void aNewMessageReopensAClosedConversation() {
    close(NoAnswer.CLOSED);
    talk.says(brand, account, MAELLE, "m2", "m1", "Vous êtes là ?");
    assertThat(conversation().isClosed()).isFalse();
    assertThat(conversation().isWaiting()).isTrue();
  }

  @Test
  void nobodyClosesAMessageTheyHaveNotRead() {
    var read = read();
    talk.says(brand, account, MAELLE, "m2", "m1", "Urgent !");
    assertThat(within(() -> inbox.close(claire, List.of(read), NoAnswer.CLOSED)).left()).isOne();
    assertThat(conversation().isWaiting()).isTrue();
  }

  @Test
  void severalConversationsAreClosedAndReopenedInOneGesture() {
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    var both = within(() -> jdbc.sql("select id, version from inbox_conversation")
        .query((row, _) -> new Read(
            new ConversationId(row.getObject("id", UUID.class)), row.getInt("version")))
        .list());
    var closing = within(() -> inbox.close(claire, both, NoAnswer.CLOSED));
    assertThat(talk.count(brand, "inbox_conversation where closed_at is not null")).isEqualTo(2);
    undo(closing);
    assertThat(talk.count(brand, "inbox_conversation where waiting_since is not null"))
        .isEqualTo(2);
  }

  @Test
  void undoingAnAssignmentGivesItBackToWhomItWas() {
    assign(ousmane);
    var second = assign(claire);
    undo(second);
    assertThat(conversation().assignee()).isEqualTo(ousmane.user());
  }

  @Test
  void aNoteIsForTheTeamAndKeptOnce() {
    var key = UUID.randomUUID();
    for (int i = 0; i < 2; i++)
      within(() -> {
        inbox.note(claire, conversation().id(), key, "Colis 4312");
        return true;
      });
    assertThat(talk.count(brand, "inbox_note")).isOne();
    assertThat(talk.count(brand, "delivery_delivery")).isZero();
  }

  @Test
  void whatIsTypedIsKeptForItsWriterAlone() {
    keep(UUID.randomUUID(), "Bonjour Maë");
    assertThat(within(() -> drafts.of(claire, conversation().id()))).isEqualTo("Bonjour Maë");
    assertThat(within(() -> drafts.of(ousmane, conversation().id()))).isEmpty();
  }

  @Test
  void aDraftThatArrivesAfterItsAnswerIsNotKept() {
    var c = conversation();
    var key = UUID.randomUUID();
    talk.reply(claire, new Replies.NewReply(c.id(), key, c.version(), null, "Oui"));
    keep(key, "Oui");
    assertThat(within(() -> drafts.of(claire, c.id()))).isEmpty();
  }

  @Test
  void oneSeesWhoElseIsThereUntilTheyLeave() {
    within(() -> {
      presence.here(ousmane, conversation().id(), true);
      return true;
    });
    assertThat(within(() -> presence.others(claire))).containsExactly(
        new Presence.Here(conversation().id(), ousmane.name(), true));
    clock.advance(Presence.LASTS);
    assertThat(within(() -> presence.others(claire))).isEmpty();
  }

  @Test
  void whatNeededNoAnswerWeighsOnNoFigure() {
    close(NoAnswer.SPAM);
    assertThat(figuresOfToday().inbound()).isZero();
  }

  @Test
  void theDelayRunsFromTheFirstMessageToTheAnswer() {
    clock.advance(Duration.ofMinutes(12));
    talk.says(brand, account, MAELLE, "m2", "m1", "Alors ?");
    var c = conversation();
    var reply = ((ReplyOutcome.Accepted)
        talk.reply(claire, c.id(), c.version(), "Oui")).message();
    clock.advance(Duration.ofMinutes(3));
    talk.accepted(claire, reply, "o1");
    assertThat(figuresOfToday().medianDelay()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void whatStillWaitsWeighsOnTheDelays() {
    talk.says(brand, account, ROBIN, "m2", "post", "Bonsoir");
    var first = brands.within(brand, () -> conversations.lockRoot(brand.id(), account,
        fr.palabre.network.Inbound.Kind.REPLY, "m1").orElseThrow());
    var reply = ((ReplyOutcome.Accepted)
        talk.reply(claire, first.id(), first.version(), "Oui")).message();
    clock.advance(Duration.ofMinutes(5));
    talk.accepted(claire, reply, "o1");
    clock.advance(Duration.ofHours(9));
    var figures = figuresOfToday();
    assertThat(figures.inbound()).isEqualTo(2);
    assertThat(figures.answered()).isOne();
    assertThat(figures.medianDelay()).isEqualTo(Duration.ofMinutes(5));
    assertThat(figures.p90Delay()).isNull();
  }

  private DialogueFigures.Figures figuresOfToday() {
    return within(() -> figures.of(brand.id(), clock.instant().minus(Duration.ofDays(1)),
        clock.instant().plusSeconds(1)));
  }

  private Done close(NoAnswer why) {
    return within(() -> inbox.close(claire, List.of(read()), why));
  }

  private Done assign(Member to) {
    return within(() -> inbox.assign(claire, List.of(read()),
        new Assignee(to.userId(), to.name())));
  }

  private Done undo(Done done) {
    return within(() -> inbox.undo(claire, done.batch()));
  }

  private void keep(UUID key, String text) {
    within(() -> {
      drafts.keep(claire, conversation().id(), key, text);
      return true;
    });
  }

  private Read read() {
    var c = conversation();
    return new Read(c.id(), c.version());
  }

  private Conversation conversation() {
    return talk.only(brand, conversations);
  }

  private <T> T within(Supplier<T> work) {
    return brands.within(brand, work);
  }
}
