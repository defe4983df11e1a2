package fr.palabre.inbox;

import fr.palabre.identity.WorkspaceId;
import org.springframework.stereotype.Component;

/** Whose turn it is to speak. */
@Component
class Turning {
  private final ConversationStore conversations;
  private final TurnStore turns;

  Turning(ConversationStore conversations, TurnStore turns) {
    this.conversations = conversations;
    this.turns = turns;
  }

  /** An answer is on its way: the public has nothing to wait for but that. */
  void leave(WorkspaceId w, Conversation c, Message reply) {
    if (reply.turn() != null && reply.turn().equals(c.turn()))
      conversations.waitNoMore(w, c.id(), null);
    conversations.tellReplyState(w, c.id());
  }

  /** An answer did not go out: what it answered waits again, even in a closed conversation. */
  void comeBack(WorkspaceId w, Conversation c, Message reply) {
    var turn = reply.turn();
    if (turn != null && turns.reopen(w, turn)) {
      if (c.turn() != null && !c.turn().equals(turn)) turns.merge(w, turn, c.turn());
      conversations.wait(w, c.id(), turn);
    }
    conversations.tellReplyState(w, c.id());
  }
}
