package fr.palabre.inbox;

import static fr.palabre.inbox.Replies.LIKE;
import static fr.palabre.inbox.Replies.REPLY;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryProgressed;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.network.DeliveryOutcome.Rejected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of what we sent: answers and likes, and the posts that people will answer. */
@Component
@Transactional
class DeliveryListener {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final TurnStore turns;
  private final Turning turning;
  private final PostStore posts;

  DeliveryListener(ConversationStore conversations, MessageStore messages, TurnStore turns,
      Turning turning, PostStore posts) {
    this.conversations = conversations;
    this.messages = messages;
    this.turns = turns;
    this.turning = turning;
    this.posts = posts;
  }

  @EventListener
  void on(DeliveryProgressed e) {
    switch (e.subject().kind()) {
      case REPLY -> messages.find(e.workspace(), e.subject().id()).ifPresent(m -> reply(e, m));
      case LIKE -> like(e);
      default -> post(e);
    }
  }

  private void reply(DeliveryProgressed e, Message before) {
    var w = e.workspace();
    var c = conversations.lock(w, before.conversation()).orElseThrow();
    var m = messages.find(w, before.id()).orElseThrow();
    switch (e.state()) {
      case WAITING, CALLING -> messages.state(w, m.id(), "SENDING", null, null);
      case UNKNOWN -> messages.state(w, m.id(), "UNKNOWN", null, null);
      case DELIVERED -> sent(e, c, m);
      case REFUSED -> refused(e, c, m);
      case CANCELLED -> withdrawn(e, c, m);
    }
    conversations.tellReplyState(w, c.id());
  }

  private void sent(DeliveryProgressed e, Conversation c, Message m) {
    messages.sent(e.workspace(), m, e.remoteId(), e.permalink(), e.at());
    if (m.turn() == null) return;
    turns.answered(e.workspace(), m.turn(), e.at(), m.user());
    if (m.turn().equals(c.turn())) conversations.waitNoMore(e.workspace(), c.id(), e.at());
  }

  private void refused(DeliveryProgressed e, Conversation c, Message m) {
    if ("REFUSED".equals(m.state()) || "WITHDRAWN".equals(m.state())) return;
    var no = e.outcome() instanceof Rejected r ? r : null;
    messages.state(e.workspace(), m.id(), "REFUSED", no == null ? null : no.reason().name(),
        no == null ? null : no.remoteMessage());
    turning.comeBack(e.workspace(), c, m);
  }

  private void withdrawn(DeliveryProgressed e, Conversation c, Message m) {
    if ("WITHDRAWN".equals(m.state())) return;
    messages.state(e.workspace(), m.id(), "WITHDRAWN", null, null);
    turning.comeBack(e.workspace(), c, m);
  }

  private void like(DeliveryProgressed e) {
    switch (e.state()) {
      case DELIVERED -> messages.liked(e.workspace(), e.subject().id(), "LIKED");
      case REFUSED, CANCELLED -> messages.liked(e.workspace(), e.subject().id(), null);
      case WAITING, CALLING, UNKNOWN -> { }
    }
  }

  private void post(DeliveryProgressed e) {
    if (e.state() != DeliveryState.DELIVERED) return;
    switch (e.act()) {
      case Act.Publish p when e.remoteId() != null -> posts.published(
          e.workspace(), e.account(), e.remoteId(), p.draft().text(), e.permalink(), e.at());
      case Act.Edit edit -> posts.published(
          e.workspace(), e.account(), edit.remoteId(), edit.draft().text(), null, e.at());
      case Act.Delete d -> posts.removed(e.workspace(), e.account(), d.remoteId(), e.at());
      case Act.Publish _, Act.Like _, Act.Unlike _ -> { }
    }
  }
}
