package fr.palabre.publishing.slot;

import static fr.palabre.publishing.slot.Placement.Reason.NOT_ALLOWED;
import static fr.palabre.publishing.slot.Placement.Reason.QUEUE_CLOSED;
import static fr.palabre.publishing.slot.Placement.Reason.QUEUE_FULL;
import static fr.palabre.publishing.slot.Placement.Reason.QUEUE_NO_ACCOUNT;
import static fr.palabre.publishing.slot.Placement.Reason.QUEUE_OTHER_ACCOUNTS;
import static fr.palabre.publishing.slot.Placement.Reason.QUEUE_WITHOUT_SLOT;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.network.AccountId;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.slot.FreeMoments.Wish;
import fr.palabre.publishing.slot.Placement.Held;
import fr.palabre.publishing.slot.Placement.Placed;
import fr.palabre.publishing.slot.Placement.Reason;
import fr.palabre.publishing.slot.Placement.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives contents the next free slot of a queue. */
@Component
@Transactional
public class Placing {
  /** A slot nearer than this is let go: nobody reads again in less. */
  static final Duration LEAD = Duration.ofMinutes(5);
  private final QueueStore queues;
  private final PlaceStore places;
  private final FreeMoments moments;
  private final QueueLine line;
  private final Contents contents;
  private final Clock clock;

  Placing(QueueStore queues, PlaceStore places, FreeMoments moments, QueueLine line,
      Contents contents, Clock clock) {
    this.queues = queues;
    this.places = places;
    this.moments = moments;
    this.line = line;
    this.contents = contents;
    this.clock = clock;
  }

  /** The queues that serve all of these accounts. */
  @Transactional(readOnly = true)
  public List<SlotQueue> serving(Member me, List<AccountId> accounts) {
    return queues.all(me.workspaceId()).stream().filter(q -> q.serves(accounts)).toList();
  }

  /** What a content added now would get; empty if the queue is paused, full or without a slot. */
  @Transactional(readOnly = true)
  public Optional<WallClock> next(Member me, SlotQueue queue, List<AccountId> accounts) {
    if (queue.paused() || accounts.isEmpty()) return Optional.empty();
    return moments.first(me.workspaceId(), accounts,
        queue.timetable().after(soonest(), me.zone()).iterator());
  }

  /** Who stands in the queue, in their order. */
  @Transactional(readOnly = true)
  public List<QueuePlace> line(Member me, SlotQueue queue) {
    return line.of(me, queue.id());
  }

  /** Gives the content the next free slot of the queue; of the first that serves it if none is named. */
  public Placement add(Member me, ContentId id, @Nullable QueueId wanted) {
    var content = contents.content(me.workspaceId(), id);
    var accounts = accounts(content);
    if (accounts.isEmpty()) return new Refused(QUEUE_NO_ACCOUNT);
    var named = wanted == null ? serving(me, accounts).stream().map(SlotQueue::id).findFirst()
        : Optional.of(wanted);
    var queue = named.flatMap(q -> queues.lock(me.workspaceId(), q)).orElse(null);
    if (queue == null || !queue.serves(accounts)) return new Refused(QUEUE_OTHER_ACCOUNTS);
    var refusal = refusal(me, content, queue);
    return refusal == null ? place(me, content, queue) : new Refused(refusal);
  }

  /** Takes the content out of its queue: it goes on without a date. */
  public boolean remove(Member me, ContentId id) {
    if (places.queueOf(me.workspaceId(), id).isEmpty()) return false;
    contents.plan(me, id, null);
    places.leave(me.workspaceId(), id);
    return true;
  }

  Instant soonest() {
    return clock.instant().plus(LEAD);
  }

  static List<AccountId> accounts(Content content) {
    return content.body().chosen().stream().map(Adaptation::account).toList();
  }

  private static @Nullable Reason refusal(Member me, Content content, SlotQueue queue) {
    if (!content.isOpen()) return QUEUE_CLOSED;
    if (content.stage().isValidated() && !me.may(Permission.PUBLISH)) return NOT_ALLOWED;
    return queue.slots().isEmpty() ? QUEUE_WITHOUT_SLOT : null;
  }

  private Placement place(Member me, Content content, SlotQueue queue) {
    var workspace = me.workspaceId();
    if (queue.paused()) {
      contents.plan(me, content.id(), null);
      places.enter(workspace, queue.id(), content.id(), QueueLine.SHOWN, clock.instant());
      return new Held(queue);
    }
    places.enter(workspace, queue.id(), content.id(), 0, clock.instant());
    var moment = moments.take(workspace, new Wish(content.id(), accounts(content)),
        queue.timetable().after(soonest(), me.zone()).iterator(), List.of(content.id()));
    if (moment.isEmpty()) places.leave(workspace, content.id());
    return moment.<Placement>map(m -> placed(me, content, queue, m))
        .orElseGet(() -> new Refused(QUEUE_FULL));
  }

  private Placement placed(Member me, Content content, SlotQueue queue, WallClock when) {
    stand(me, content.id(), when);
    return new Placed(queue, when);
  }

  /** Gives the content its date and its place together. */
  void stand(Member me, ContentId content, WallClock when) {
    if (contents.plan(me, content, when.local()) instanceof Moving.Refused(var _, var why))
      throw new QueueMovedOn(why);
    places.stand(me.workspaceId(), content, when.local());
  }
}
