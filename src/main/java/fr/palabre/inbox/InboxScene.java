package fr.palabre.inbox;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.network.DemoPast;
import fr.palabre.network.DemoPast.PastDialogue;
import fr.palabre.network.DemoPast.PastPost;
import fr.palabre.network.InboundReceived;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The demonstration's dialogues: what was asked under past posts, and answered. */
@Component
class InboxScene implements DemoScene {
  /** A talk this old is over; a newer one still waits for the public's next word. */
  private static final Duration FRESH = Duration.ofDays(3);
  private final DemoPast past;
  private final Hearing hearing;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final TurnStore turns;
  private final PostStore posts;
  private final Accounts accounts;

  InboxScene(DemoPast past, Hearing hearing, ConversationStore conversations,
      MessageStore messages, TurnStore turns, PostStore posts, Accounts accounts) {
    this.past = past;
    this.hearing = hearing;
    this.conversations = conversations;
    this.messages = messages;
    this.turns = turns;
    this.posts = posts;
    this.accounts = accounts;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void play(DemoStage stage) {
    var w = new WorkspaceId(stage.tenant());
    for (var post : past.posts(w)) {
      posts.published(w, post.account(), post.remoteId(), post.text(), post.permalink(), post.at());
      for (var talk : post.dialogues()) talk(stage, w, post, talk);
    }
  }

  private void talk(DemoStage stage, WorkspaceId w, PastPost post, PastDialogue talk) {
    var network = accounts.account(w, post.account()).network();
    hearing.message(new InboundReceived(w, post.account(), network, talk.question()),
        talk.question());
    var asked = messages.findRemote(w, post.account(), talk.question().remoteId()).orElseThrow();
    if (asked.turn() == null) return;
    turns.reopen(w, asked.turn());
    answer(stage, w, asked, talk);
    turns.answered(w, asked.turn(), talk.answeredAt(),
        stage.person("COMMUNITY_MANAGER").id());
    var c = asked.conversation();
    if (talk.answeredAt().isBefore(stage.now().minus(FRESH)))
      conversations.close(w, c, talk.answeredAt());
    else conversations.waitNoMore(w, c, talk.answeredAt());
  }

  private void answer(DemoStage stage, WorkspaceId w, Message asked,
      PastDialogue talk) {
    var by = stage.person("COMMUNITY_MANAGER");
    var account = accounts.account(w, asked.account());
    var answer = asked.answeredBy(by.id(), by.name(), account.handle(), talk.answer(),
        talk.answeredAt());
    messages.addReply(w, answer, "fr", conversations.touch(w, asked.conversation()));
    messages.sent(w, answer, talk.answerRemoteId(), null, talk.answeredAt());
    conversations.assign(w, asked.conversation(), by.id(), by.name());
  }
}
