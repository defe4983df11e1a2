package fr.palabre.publishing;

import static java.util.stream.Collectors.toMap;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.NewDelivery;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.DeletesPosts;
import fr.palabre.network.EditsPosts;
import fr.palabre.network.PostDraft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can still be done with a post once it is out: deleting it, and correcting its words. */
@Component
@Transactional
public class Afterwards {
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final RewritingStore rewritten;
  private final Removal removal;
  private final AuditTrail audit;
  private final Clock clock;

  Afterwards(Deliveries deliveries, Accounts accounts, RewritingStore rewritten, Removal removal,
      AuditTrail audit, Clock clock) {
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.rewritten = rewritten;
    this.removal = removal;
    this.audit = audit;
    this.clock = clock;
  }

  /** What this account's network lets one do afterwards, said before anybody counts on it. */
  @Transactional(readOnly = true)
  public Possible possible(WorkspaceId workspace, AccountId account) {
    var on = accounts.account(workspace, account);
    return new Possible(accounts.can(on, EditsPosts.class), accounts.can(on, DeletesPosts.class));
  }

  /** The messages of the post that are out, as they read there; its first reply last. */
  @Transactional(readOnly = true)
  public List<Message> messages(ScheduledPost post) {
    var there = rewritten.of(post.workspace(), post.id()).stream()
        .collect(toMap(Rewriting::remoteId, r -> r));
    return sent(post).stream().flatMap(m -> there(m, there.get(m.remoteId()))).toList();
  }

  /** The same as we sent them last, whatever became of them there. */
  @Transactional(readOnly = true)
  public List<Message> sent(ScheduledPost post) {
    return SentWords.of(deliveries.of(post.workspace(), Stream.concat(
        post.id().messages().stream(), Stream.of(post.id().correction())).toList()));
  }

  /**
   * One of them.
   *
   * @throws java.util.NoSuchElementException if the post has no such message that went out
   */
  @Transactional(readOnly = true)
  public Message sent(ScheduledPost post, DeliveryId part) {
    return sent(post).stream().filter(m -> m.part().equals(part)).findFirst().orElseThrow();
  }

  /**
   * Deletes the post on its network, its last message first, and takes back what would follow it.
   *
   * @return false if nothing of it is out, or its network deletes nothing
   */
  public boolean remove(Member me, ScheduledPost post) {
    if (!possible(post.workspace(), post.account()).remove() || !removal.ask(post, me.user()))
      return false;
    audit.record(post.workspace().value(), me.userId(), "post.removed", post.id().value(),
        post.title());
    return true;
  }

  /** @return false if the network would not take these words */
  public boolean correct(Member me, ScheduledPost post, DeliveryId part, String text) {
    var message = messages(post).stream().filter(m -> m.part().equals(part)).findFirst()
        .orElseThrow();
    var account = accounts.account(post.workspace(), post.account());
    if (text.isBlank() || !accounts.limits(account).accepts(text)) return false;
    var said = message.draft();
    var now = new PostDraft(text, said.images(), said.replyTo(), said.link(), said.visibility(),
        said.contentWarning(), said.language());
    edit(me, post, new Act.Edit(message.remoteId(), now));
    audit.record(post.workspace().value(), me.userId(), "post.corrected", post.id().value(),
        post.title());
    return true;
  }

  /** Sends our words again to a network that shows others. */
  void restore(Member me, ScheduledPost post, String remoteId) {
    for (var message : sent(post))
      if (message.remoteId().equals(remoteId))
        edit(me, post, new Act.Edit(message.remoteId(), message.draft()));
  }

  /** Whether its deletion was asked for and is not over. */
  @Transactional(readOnly = true)
  public boolean isLeaving(ScheduledPost post) {
    return deliveries.of(post.workspace(), post.id().removal()).stream()
        .anyMatch(d -> !d.state().isFinal());
  }

  private void edit(Member me, ScheduledPost post, Act.Edit act) {
    deliveries.submit(new NewDelivery(post.workspace(), post.account(), act,
        post.id().correction(), clock.instant(), null, me.user()));
  }

  // What was changed there and left so is what reads there, until it is corrected from here.
  private static Stream<Message> there(Message ours, @Nullable Rewriting theirs) {
    if (theirs == null) return Stream.of(ours);
    var words = theirs.words();
    if (words == null) return Stream.empty();
    return Stream.of(theirs.isKeptSince(ours.writtenAt())
        ? ours.with(SentWords.with(ours.draft(), words), ours.writtenAt())
        : ours);
  }

  public record Possible(boolean correct, boolean remove) {}

  /**
   * A message that is out, as it reads now.
   *
   * @param isFirstReply whether it answers the post, rather than being part of it
   * @param place among the parts of its thread, from 1; 1 for a first reply
   * @param writtenAt when we asked for these words
   */
  public record Message(DeliveryId part, boolean isFirstReply, int place, String remoteId,
      PostDraft draft, Instant writtenAt) {
    Message with(PostDraft words, Instant since) {
      return new Message(part, isFirstReply, place, remoteId, words, since);
    }

    /** All that is read of it: its warning, then its words. */
    public String words() {
      return SentWords.read(draft);
    }
  }
}
