package fr.palabre.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.PostSeen;
import fr.palabre.network.PostsRead;
import fr.palabre.publishing.Rewriting.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices posts whose words were changed on their network, not from here. */
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

  /** What it says there, decided about or not; empty while it says what we sent. */
  @Transactional(readOnly = true)
  public Optional<Rewriting> find(ScheduledPost post) {
    return post.state() == PostState.OUT ? store.find(post.workspace(), post.id())
        : Optional.empty();
  }

  /** Those nothing was decided about, latest first. */
  @Transactional(readOnly = true)
  public List<Rewriting> open(WorkspaceId workspace, int atMost) {
    return store.open(workspace, atMost);
  }

  /**
   * What stands on the network may stay.
   *
   * @return false if somebody decided meanwhile
   */
  public boolean keep(Member me, ScheduledPost post) {
    return answer(me, post, Answer.KEPT, "post.kept");
  }

  /**
   * Sends our words there again.
   *
   * @return false if somebody decided meanwhile, or the network corrects nothing
   */
  public boolean restore(Member me, ScheduledPost post) {
    if (!afterwards.possible(post.workspace(), post.account()).correct()
        || !answer(me, post, Answer.OURS, "post.restored")) return false;
    afterwards.restore(me, post);
    return true;
  }

  private boolean answer(Member me, ScheduledPost post, Answer answer, String action) {
    if (!store.answer(post.workspace(), post.id(), answer, clock.instant())) return false;
    audit.record(post.workspace().value(), me.userId(), action, post.id().value(), post.title());
    return true;
  }

  @EventListener
  void on(PostsRead read) {
    var told = read.shown().entrySet().stream().filter(e -> e.getValue().words() != null)
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (told.isEmpty()) return;
    var shown = posts.out(read.workspace(), read.account(), told.keySet());
    var acts = deliveries.of(read.workspace(), shown.stream()
            .flatMap(p -> Stream.of(p.id().parts(), p.id().correction())).toList()).stream()
        .collect(groupingBy(d -> d.subject().id()));
    var known = store.among(read.workspace(), shown).stream()
        .collect(toMap(r -> r.post().value(), r -> r));
    for (var post : shown)
      compare(post, told.get(post.remoteId()), acts.getOrDefault(post.id().value(), List.of()),
          known.get(post.id().value()), read);
  }

  private void compare(ScheduledPost post, @Nullable PostSeen seen, List<Delivery> acts,
      @Nullable Rewriting known, PostsRead read) {
    var words = seen == null ? null : seen.words();
    var ours = SentWords.of(acts).stream().filter(m -> m.remoteId().equals(post.remoteId()))
        .findFirst();
    if (words == null || ours.isEmpty() || acts.stream().anyMatch(d -> moves(d, read))) return;
    if (SentWords.same(SentWords.read(ours.get().draft()), words)) {
      if (known != null) store.forget(post.workspace(), post.id());
      return;
    }
    store.seen(post.workspace(), post.id(), words, read.at());
    // Ours were sent, and theirs are there all the same.
    if (known != null && known.answer() == Answer.OURS) store.ask(post.workspace(), post.id());
  }

  private static boolean moves(Delivery d, PostsRead read) {
    return d.act() instanceof Act.Edit
        && (!d.state().isFinal() || d.createdAt().isAfter(read.at().minus(ON_ITS_WAY)));
  }
}
