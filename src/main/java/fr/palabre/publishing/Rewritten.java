package fr.palabre.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.PostsRead;
import fr.palabre.publishing.Afterwards.Message;
import fr.palabre.publishing.Rewriting.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices messages whose words were changed on their network, not from here, and those that were
 * deleted there.
 */
@Component
@Transactional
public class Rewritten {
  // A reading may have begun before our own correction arrived.
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
  private final RewritingStore store;
  private final PostStore posts;
  private final Afterwards afterwards;
  private final Deliveries deliveries;
  private final AuditTrail audit;
  private final Clock clock;

  Rewritten(RewritingStore store, PostStore posts, Afterwards afterwards, Deliveries deliveries,
      AuditTrail audit, Clock clock) {
    this.store = store;
    this.posts = posts;
    this.afterwards = afterwards;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /** Its messages that say something else there, decided about or not. */
  @Transactional(readOnly = true)
  public List<Rewriting> of(ScheduledPost post) {
    return post.state() == PostState.OUT ? store.of(post.workspace(), post.id()) : List.of();
  }

  /** Those nothing was decided about, latest first. */
  @Transactional(readOnly = true)
  public List<Rewriting> open(WorkspaceId workspace, int atMost) {
    return store.open(workspace, atMost);
  }

  /**
   * What stands on the network may stay.
   *
   * @param remoteId of the message
   * @return false if somebody decided meanwhile
   */
  public boolean keep(Member me, ScheduledPost post, String remoteId) {
    return answer(me, post, remoteId, Answer.KEPT, "post.kept");
  }

  /**
   * Sends our words there again.
   *
   * @param remoteId of the message
   * @return false if somebody decided meanwhile, the message is gone, or the network corrects nothing
   */
  public boolean restore(Member me, ScheduledPost post, String remoteId) {
    if (!afterwards.possible(post.workspace(), post.account()).correct()
        || !answer(me, post, remoteId, Answer.OURS, "post.restored")) return false;
    afterwards.restore(me, post, remoteId);
    return true;
  }

  private boolean answer(Member me, ScheduledPost post, String remoteId, Answer answer,
      String action) {
    if (!store.answer(post.workspace(), post.id(), remoteId, answer, clock.instant()))
      return false;
    audit.record(post.workspace().value(), me.userId(), action, post.id().value(), post.title());
    return true;
  }

  @EventListener
  void on(PostsRead read) {
    var ids = Stream.concat(read.shown().keySet().stream(), read.missing().stream()).toList();
    var out = posts.out(read.workspace(), read.account(), ids);
    var acts = deliveries.of(read.workspace(), out.stream().map(ScheduledPost::id)
            .flatMap(PostId::subjects).toList()).stream()
        .collect(groupingBy(d -> d.subject().id()));
    var known = store.among(read.workspace(), out).stream()
        .collect(toMap(r -> new Place(r.post(), r.remoteId()), r -> r));
    for (var post : out) {
      var its = acts.getOrDefault(post.id().value(), List.of());
      for (var message : SentWords.of(its))
        if (its.stream().noneMatch(d -> moves(d, message, read)))
          compare(post, message, known.get(new Place(post.id(), message.remoteId())), read);
    }
  }

  private record Place(PostId post, String remoteId) {}

  private void compare(ScheduledPost post, Message ours, @Nullable Rewriting known,
      PostsRead read) {
    var id = ours.remoteId();
    var words = words(id, read);
    if (read.missing().contains(id)) store.seen(post.workspace(), post.id(), id, null, read.at());
    else if (words != null && !SentWords.same(ours.words(), words))
      rewritten(post, id, words, known, read);
    else if (known != null && (words != null || isThereAgain(known, read)))
      store.forget(post.workspace(), known);
  }

  private void rewritten(ScheduledPost post, String id, String words, @Nullable Rewriting known,
      PostsRead read) {
    store.seen(post.workspace(), post.id(), id, words, read.at());
    // Ours were sent, and theirs are there all the same.
    if (known != null && known.answer() == Answer.OURS) store.ask(post.workspace(), known);
  }

  private static boolean isThereAgain(Rewriting known, PostsRead read) {
    return known.isGone() && read.shown().containsKey(known.remoteId());
  }

  private static @Nullable String words(@Nullable String remoteId, PostsRead read) {
    var seen = read.shown().get(remoteId);
    return seen == null ? null : seen.words();
  }

  // Whether we are changing it ourselves, or just did; what we deleted stays away.
  private static boolean moves(Delivery d, Message message, PostsRead read) {
    return switch (d.act()) {
      case Act.Edit(String id, var _) -> id.equals(message.remoteId())
          && (!d.state().isFinal() || d.createdAt().isAfter(read.at().minus(ON_ITS_WAY)));
      case Act.Delete(String id) -> id.equals(message.remoteId())
          && (!d.state().isFinal() || d.state() == DeliveryState.DELIVERED);
      default -> false;
    };
  }
}
