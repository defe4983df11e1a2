package fr.palabre.publishing;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliverySubject;
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
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can still be done with a post once it is out: deleting it, and correcting its words. */
@Component
@Transactional
public class Afterwards {
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final RewritingStore rewritten;
  private final AuditTrail audit;
  private final Clock clock;

  Afterwards(Deliveries deliveries, Accounts accounts, RewritingStore rewritten, AuditTrail audit,
      Clock clock) {
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.rewritten = rewritten;
    this.audit = audit;
    this.clock = clock;
  }

  /** What this account's network lets one do afterwards, said before anybody counts on it. */
  @Transactional(readOnly = true)
  public Possible possible(WorkspaceId workspace, AccountId account) {
    var on = accounts.account(workspace, account);
    return new Possible(accounts.can(on, EditsPosts.class), accounts.can(on, DeletesPosts.class));
  }

  /** One message of the post that is out. */
  @Transactional(readOnly = true)
  public List<Message> messages(ScheduledPost post) {
    var ours = ours(post);
    return rewritten.find(post.workspace(), post.id())
        .map(r -> ours.stream().map(m -> kept(m, post, r)).toList())
        .orElse(ours);
  }

  private List<Message> ours(ScheduledPost post) {
    return SentWords.of(deliveries.of(post.workspace(),
        List.of(post.id().parts(), post.id().correction())));
  }

  /** What is read of its first message as we sent it last: its warning, then its words. */
  @Transactional(readOnly = true)
  public Optional<String> sent(ScheduledPost post) {
    return ours(post).stream().filter(m -> m.remoteId().equals(post.remoteId())).findFirst()
        .map(m -> SentWords.read(m.draft()));
  }

  /** Deletes the post on its network, its last part first, and takes back what would follow it. */
  public void remove(Member me, ScheduledPost post) {
    deliveries.of(post.workspace(), post.id().firstReply()).stream()
        .filter(d -> !d.state().isFinal())
        .forEach(d -> deliveries.cancel(post.workspace(), d.id()));
    for (var message : messages(post).reversed())
      submit(me, post, new Act.Delete(message.remoteId()), post.id().removal());
    audit.record(post.workspace().value(), me.userId(), "post.removed", post.id().value(),
        post.title());
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
    submit(me, post, new Act.Edit(message.remoteId(), now), post.id().correction());
    audit.record(post.workspace().value(), me.userId(), "post.corrected", post.id().value(),
        post.title());
    return true;
  }

  /** Sends our words again to a network that shows others. */
  void restore(Member me, ScheduledPost post) {
    for (var message : ours(post))
      if (message.remoteId().equals(post.remoteId()))
        submit(me, post, new Act.Edit(message.remoteId(), message.draft()),
            post.id().correction());
  }

  /** Whether its deletion was asked for and is not over. */
  @Transactional(readOnly = true)
  public boolean isLeaving(ScheduledPost post) {
    return deliveries.of(post.workspace(), post.id().removal()).stream()
        .anyMatch(d -> !d.state().isFinal());
  }

  private void submit(Member me, ScheduledPost post, Act act, DeliverySubject subject) {
    deliveries.submit(new NewDelivery(post.workspace(), post.account(), act, subject,
        clock.instant(), null, me.user()));
  }

  // What was changed there and left so is what reads there, until it is corrected from here.
  private static Message kept(Message message, ScheduledPost post, Rewriting theirs) {
    return message.remoteId().equals(post.remoteId()) && theirs.isKeptSince(message.writtenAt())
        ? new Message(message.part(), message.remoteId(),
            SentWords.with(message.draft(), theirs.words()), message.writtenAt())
        : message;
  }

  public record Possible(boolean correct, boolean remove) {}

  /**
   * A message that is out, as it reads now.
   *
   * @param writtenAt when we asked for these words
   */
  public record Message(DeliveryId part, String remoteId, PostDraft draft, Instant writtenAt) {}
}
