package fr.palabre.inbox;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliverySubject;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.identity.Member;
import fr.palabre.inbox.ReplyOutcome.Accepted;
import fr.palabre.inbox.ReplyOutcome.Impossible;
import fr.palabre.inbox.ReplyOutcome.Overtaken;
import fr.palabre.inbox.ReplyOutcome.Why;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.network.PublishesPosts;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers and likes: all that goes back to the public, through the journaled engine. */
@Component
@Transactional
public class Replies {
  static final String REPLY = "reply";
  static final String LIKE = "like";
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final HappeningStore happenings;
  private final Drafts drafts;
  private final Turning turning;
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  Replies(ConversationStore conversations, MessageStore messages, HappeningStore happenings,
      Drafts drafts, Turning turning, Deliveries deliveries, Accounts accounts, AuditTrail audit,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.happenings = happenings;
    this.drafts = drafts;
    this.turning = turning;
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Hands in an answer, unless something happened that its writer has not read.
   *
   * @param key made with the form: the same key twice is the same answer
   * @param version of the conversation as its writer read it
   * @param to the message it answers; null for the last one
   */
  public record NewReply(
      ConversationId conversation, UUID key, int version, @Nullable UUID to, String text) {}

  public ReplyOutcome reply(Member me, NewReply form) {
    var w = me.workspaceId();
    var c = conversations.lock(w, form.conversation()).orElseThrow(NoSuchElementException::new);
    if (messages.find(w, form.key()).isPresent()) return new Accepted(form.key());
    if (c.version() != form.version())
      return new Overtaken(happenings.since(me, c.id(), form.version()));
    var answered = answered(me, c, form.to());
    if (answered.isEmpty()) return new Impossible(Why.NOTHING_TO_ANSWER);
    var obstacle = obstacle(me, c, answered.get(), form.text());
    if (obstacle.isPresent()) return new Impossible(obstacle.get());
    submit(me, c, answered.get(), form);
    return new Accepted(form.key());
  }

  private void submit(Member me, Conversation c, Message answered, NewReply form) {
    var w = me.workspaceId();
    var now = clock.instant();
    var account = accounts.account(w, c.account());
    var reply = answered.in(c.turn()).answeredBy(form.key(), me.userId(), me.name(),
        account.handle(), form.text().strip(), now);
    messages.addReply(w, reply, me.workspace().locale().getLanguage(),
        conversations.touch(w, c.id()));
    var delivery = deliveries.submit(new NewDelivery(w, c.account(),
        new Act.Publish(draft(me, c, answered, reply.text())),
        new DeliverySubject(REPLY, reply.id()), now, null, me.user()));
    messages.delivery(w, reply.id(), delivery.value(), "SENDING");
    conversations.waitNoMore(w, c.id(), now);
    conversations.reopen(w, c.id());
    conversations.tellReplyState(w, c.id());
    if (c.assignee() == null) conversations.assign(w, c.id(), me.userId(), me.name());
    drafts.forget(me, c.id());
    audit.record(me.tenant(), me.userId(), "conversation.replied", c.id().value(), c.label());
  }

  /** Sends a refused answer again, changed or not. */
  public ReplyOutcome retry(Member me, UUID id, String text) {
    var w = me.workspaceId();
    var reply = messages.find(w, id).orElseThrow(NoSuchElementException::new);
    var c = conversations.lock(w, reply.conversation()).orElseThrow();
    if (!"REFUSED".equals(messages.find(w, id).orElseThrow().state())) return new Accepted(id);
    var answered = messages.findRemote(w, c.account(), Objects.toString(reply.parentId()))
        .filter(m -> m.deletedAt() == null)
        .or(() -> messages.lastInbound(w, c.id()));
    if (answered.isEmpty()) return new Impossible(Why.NOTHING_TO_ANSWER);
    var obstacle = obstacle(me, c, answered.get(), text);
    if (obstacle.isPresent()) return new Impossible(obstacle.get());
    messages.rewrite(w, id, text.strip());
    deliveries.retry(me, new DeliveryId(messages.deliveryOf(w, id)),
        new Act.Publish(draft(me, c, answered.get(), text.strip())));
    messages.state(w, id, "SENDING", null, null);
    turning.leave(w, c, reply);
    audit.record(me.tenant(), me.userId(), "conversation.retried", c.id().value(), c.label());
    return new Accepted(id);
  }

  /** Gives an answer up: before it left, or after the network refused it. */
  public boolean withdraw(Member me, UUID id) {
    var w = me.workspaceId();
    var reply = messages.find(w, id).orElseThrow(NoSuchElementException::new);
    var c = conversations.lock(w, reply.conversation()).orElseThrow();
    var refused = "REFUSED".equals(reply.state());
    var stopped = deliveries.cancel(w, new DeliveryId(messages.deliveryOf(w, id)));
    if (!refused && !stopped) return false;
    messages.state(w, id, "WITHDRAWN", null, null);
    turning.comeBack(w, c, reply);
    audit.record(me.tenant(), me.userId(), "conversation.withdrawn", c.id().value(), c.label());
    return true;
  }

  /** Likes a message of theirs; once. */
  public void like(Member me, UUID id) {
    var w = me.workspaceId();
    var message = messages.find(w, id).orElseThrow(NoSuchElementException::new);
    conversations.lock(w, message.conversation());
    var account = accounts.account(w, message.account());
    if (messages.find(w, id).orElseThrow().liked() != null || message.remoteId() == null
        || !accounts.can(account, LikesPosts.class)) return;
    deliveries.submit(new NewDelivery(w, message.account(), new Act.Like(message.remoteId()),
        new DeliverySubject(LIKE, id), clock.instant(), null, me.user()));
    messages.liked(w, id, "SENDING");
    audit.record(me.tenant(), me.userId(), "message.liked", id, "message");
  }

  private Optional<Message> answered(Member me, Conversation c, @Nullable UUID to) {
    var w = me.workspaceId();
    if (to == null) return messages.lastInbound(w, c.id());
    return messages.find(w, to)
        .filter(m -> m.conversation().equals(c.id()) && m.deletedAt() == null && !m.ours());
  }

  private Optional<Why> obstacle(Member me, Conversation c, Message answered, String text) {
    var account = accounts.account(me.workspaceId(), c.account());
    if (account.standing() == ConnectedAccount.Standing.REMOVED
        || !accounts.can(account, PublishesPosts.class)) return Optional.of(Why.NO_WAY);
    if (text.isBlank()) return Optional.of(Why.EMPTY);
    return accounts.limits(account).accepts(asSent(account, answered, text.strip()))
        ? Optional.empty() : Optional.of(Why.TOO_LONG);
  }

  /** Where a network counts the name it puts in front, so do we. */
  private String asSent(ConnectedAccount account, Message answered, String text) {
    return accounts.limits(account).remoteMentionAsLocal()
        ? "@" + answered.authorHandle() + " " + text : text;
  }

  private static PostDraft draft(Member me, Conversation c, Message answered, String text) {
    var language = me.workspace().locale().getLanguage();
    return new PostDraft(text, List.of(),
        new ReplyTo(Objects.requireNonNull(answered.remoteId()),
            c.isPrivate() ? c.rootId() : rootOf(answered), c.isPrivate(), answered.authorHandle()),
        null, null, null, language);
  }

  private static String rootOf(Message m) {
    return Objects.requireNonNullElse(m.rootId(), Objects.requireNonNull(m.remoteId()));
  }
}
