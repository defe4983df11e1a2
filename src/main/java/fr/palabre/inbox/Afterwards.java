package fr.palabre.inbox;

import fr.palabre.community.People;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.ReactionKind;
import fr.palabre.network.InboundReceived;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of words once said: changed or taken back by their author, liked, shared. */
@Component
@Transactional
class Afterwards {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final TurnStore turns;
  private final ReactionStore reactions;
  private final People people;

  Afterwards(ConversationStore conversations, MessageStore messages, TurnStore turns,
      ReactionStore reactions, People people) {
    this.conversations = conversations;
    this.messages = messages;
    this.turns = turns;
    this.reactions = reactions;
    this.people = people;
  }

  void changed(InboundReceived e, Inbound.MessageChanged change) {
    var w = e.workspace();
    messages.findRemote(w, e.account(), change.remoteId())
        .filter(m -> !m.text().equals(change.text()))
        .ifPresent(m -> {
          var version = conversations.touch(w, m.conversation());
          messages.change(w, m, change.text(), change.at(), version);
          if (isTheirLast(w, m))
            conversations.excerpt(w, m.conversation(), Excerpt.of(change.text()));
        });
  }

  void deleted(InboundReceived e, Inbound.MessageDeleted deletion) {
    var w = e.workspace();
    messages.findRemote(w, e.account(), deletion.remoteId())
        .filter(m -> m.deletedAt() == null)
        .ifPresent(m -> {
          var version = conversations.touch(w, m.conversation());
          messages.deleted(w, m.id(), deletion.at(), version);
          if (!m.ours() && m.turn() != null) askLess(w, m, m.turn(), deletion);
        });
  }

  /** A message its author took back asks for no answer; a turn of nothing is over. */
  private void askLess(WorkspaceId w, Message m, UUID turn, Inbound.MessageDeleted deletion) {
    var c = conversations.lock(w, m.conversation()).orElseThrow();
    if (!turn.equals(c.turn())) return;
    if (turns.shrink(w, turn) > 0) {
      conversations.wait(w, c.id(), turn);
      return;
    }
    turns.decided(w, turn, NoAnswer.TAKEN_BACK, deletion.at(), null);
    conversations.waitNoMore(w, c.id(), null);
  }

  void reaction(InboundReceived e, Inbound.Reaction r) {
    var w = e.workspace();
    var person = people.observe(w, e.network(), r.author(), r.at());
    if (!reactions.add(w, e.account(), person, r) || r.onId() == null) return;
    var onMessage = r.kind() == ReactionKind.LIKE
        && reactions.countOnMessage(w, e.account(), r.onId());
    if (!onMessage) reactions.countOnPost(w, e.account(), r.onId(), r.kind());
  }

  private boolean isTheirLast(WorkspaceId w, Message m) {
    return !m.ours() && messages.lastInbound(w, m.conversation())
        .filter(last -> last.id().equals(m.id())).isPresent();
  }
}
