package fr.palabre.inbox;

import fr.palabre.community.People;
import fr.palabre.community.PersonId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.InboundReceived;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what someone wrote into its conversation. */
@Component
@Transactional
class Hearing {
  /** Older than this when it comes in, a message is the account's past, not today's work. */
  static final Duration PAST = Duration.ofDays(30);
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final TurnStore turns;
  private final PostStore posts;
  private final People people;
  private final Accounts accounts;
  private final Clock clock;

  Hearing(ConversationStore conversations, MessageStore messages, TurnStore turns,
      PostStore posts, People people, Accounts accounts, Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.turns = turns;
    this.posts = posts;
    this.people = people;
    this.accounts = accounts;
    this.clock = clock;
  }

  void message(InboundReceived e, Inbound.Message m) {
    var w = e.workspace();
    if (messages.findRemote(w, e.account(), m.remoteId()).isPresent()) return;
    var ourselves = accounts.account(w, e.account()).remoteId();
    if (m.author().remoteId().equals(ourselves)) ourOwn(w, e.account(), m);
    else theirs(e, m);
  }

  private void theirs(InboundReceived e, Inbound.Message m) {
    var w = e.workspace();
    var person = people.observe(w, e.network(), m.author(), m.at());
    var c = conversationOf(w, e.account(), m).orElseGet(() -> open(e, m, person));
    var version = conversations.heard(w, c.id(), person, m, Excerpt.of(m.text()));
    var turn = turnFor(w, c, m);
    messages.addInbound(w, c, turn, person, m, version);
    if (turns.isOpen(w, turn)) conversations.wait(w, c.id(), turn);
    else if (c.version() == 0) conversations.close(w, c.id(), m.at());
  }

  private UUID turnFor(WorkspaceId w, Conversation c, Inbound.Message m) {
    if (c.turn() != null) {
      turns.grow(w, c.turn(), m.at());
      return c.turn();
    }
    var turn = turns.begin(w, c.id(), c.account(), m.at());
    if (m.at().isBefore(clock.instant().minus(PAST)))
      turns.decided(w, turn, NoAnswer.OLD, m.at(), null);
    return turn;
  }

  /** Our own words coming back: said from another tool, or part of a post. */
  private void ourOwn(WorkspaceId w, AccountId account, Inbound.Message m) {
    var within = conversationOf(w, account, m);
    if (within.isEmpty()) {
      if (m.kind() != Kind.DIRECT)
        posts.published(w, account, m.remoteId(), m.text(), m.permalink(), m.at());
      return;
    }
    var c = within.get();
    messages.addFromElsewhere(w, c, m, conversations.touch(w, c.id()));
    var answersTheWait = c.waitingSince() != null && !m.at().isBefore(c.waitingSince());
    if (c.turn() != null && answersTheWait) {
      turns.answered(w, c.turn(), m.at(), null);
      conversations.waitNoMore(w, c.id(), m.at());
    }
  }

  private Optional<Conversation> conversationOf(WorkspaceId w, AccountId account,
      Inbound.Message m) {
    if (m.kind() == Kind.DIRECT)
      return conversations.lockRoot(w, account, Kind.DIRECT, privateRoot(m))
          .or(() -> ofParent(w, account, m.parentId()));
    return ofParent(w, account, m.parentId())
        .or(() -> conversations.lockOrphan(w, account, m.remoteId()));
  }

  private Optional<Conversation> ofParent(WorkspaceId w, AccountId account,
      @Nullable String parentId) {
    if (parentId == null) return Optional.empty();
    return messages.findRemote(w, account, parentId)
        .flatMap(parent -> conversations.lock(w, parent.conversation()));
  }

  private Conversation open(InboundReceived e, Inbound.Message m, PersonId person) {
    var w = e.workspace();
    var post = postAbove(w, e.account(), m);
    if (post != null) posts.anchor(w, e.account(), post);
    var orphanOf = Objects.equals(post, m.parentId()) ? null : m.parentId();
    var root = m.kind() == Kind.DIRECT ? privateRoot(m) : m.remoteId();
    var c = new Conversation(ConversationId.next(), e.account(), e.network(), m.kind(), root, post,
        person, m.author().displayName(), m.author().handle(), null, null, null, null, null, 0, 0);
    conversations.open(w, c, m.kind() == Kind.DIRECT ? null : orphanOf, m.at());
    return c;
  }

  /** The post of ours it stands under. An answer answers us, even where we never saw the post. */
  private @Nullable String postAbove(WorkspaceId w, AccountId account, Inbound.Message m) {
    if (m.kind() == Kind.DIRECT || m.parentId() == null) return null;
    if (posts.knows(w, account, m.parentId())) return m.parentId();
    if (m.rootId() != null && posts.knows(w, account, m.rootId())) return m.rootId();
    if (m.kind() == Kind.MENTION) return null;
    return Objects.requireNonNullElse(m.rootId(), m.parentId());
  }

  private static String privateRoot(Inbound.Message m) {
    return Objects.requireNonNullElse(m.rootId(), m.remoteId());
  }
}
