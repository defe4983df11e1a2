package fr.palabre.publishing.slot;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.identity.Member;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.slot.FreeMoments.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The order of a queue, and its pause. The slots stay, the contents change places. A paused queue
 * takes the dates of its contents away, so that nothing of it goes out; each stays in its turn and
 * is given the next free slot when the queue goes on.
 */
@Component
@Transactional
public class QueueOrder {
  private final QueueStore queues;
  private final PlaceStore places;
  private final FreeMoments moments;
  private final Placing placing;
  private final QueueLine line;
  private final Contents contents;
  private final AuditTrail audit;
  private final Clock clock;

  QueueOrder(QueueStore queues, PlaceStore places, FreeMoments moments, Placing placing,
      QueueLine line, Contents contents, AuditTrail audit, Clock clock) {
    this.queues = queues;
    this.places = places;
    this.moments = moments;
    this.placing = placing;
    this.line = line;
    this.contents = contents;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Moves a content to a place of the queue; those between make room.
   *
   * @param to its new place, the first being 0
   * @return false if it does not stand in the queue
   * @throws QueueMovedOn if one of them left meanwhile; nothing is then changed
   */
  public boolean move(Member me, QueueId id, ContentId content, int to) {
    var queue = lock(me, id);
    var standing = line.of(me, id);
    var order = standing.stream().map(p -> p.content().id()).toList();
    int from = order.indexOf(content);
    if (from < 0) return false;
    int place = Math.clamp(to, 0, order.size() - 1);
    var changed = new ArrayList<>(order);
    changed.add(place, changed.remove(from));
    int first = Math.min(from, place);
    int end = Math.max(from, place) + 1;
    if (queue.paused() || standing.get(first).at() == null) turns(me, id, changed);
    else dates(me, queue, standing.subList(first, end), changed.subList(first, end));
    record(me, "queue.ordered", queue);
    return true;
  }

  public void pause(Member me, QueueId id) {
    var queue = lock(me, id);
    if (queue.paused()) return;
    queues.pause(me.workspaceId(), id, true);
    turns(me, id, line.whole(me, id).stream().map(p -> p.content().id())
        .filter(content -> undated(me, content)).toList());
    record(me, "queue.paused", queue);
  }

  /** @return how many found no free slot, and still wait */
  public int resume(Member me, QueueId id) {
    var queue = lock(me, id);
    if (!queue.paused()) return 0;
    queues.pause(me.workspaceId(), id, false);
    record(me, "queue.resumed", queue);
    int left = 0;
    var after = placing.soonest();
    for (var place : line.whole(me, id)) {
      var when = give(me, place.content().id(), queue.timetable().after(after, me.zone()),
          List.of());
      if (when.isPresent()) after = when.get().instant();
      else left++;
    }
    return left;
  }

  private void turns(Member me, QueueId id, List<ContentId> order) {
    for (int turn = 0; turn < order.size(); turn++)
      places.enter(me.workspaceId(), id, order.get(turn), turn - order.size(), clock.instant());
  }

  // The same moments in another order; where one does not suit an account, a later one of the queue.
  private void dates(Member me, SlotQueue queue, List<QueuePlace> before, List<ContentId> now) {
    var freed = before.stream().flatMap(p -> Stream.ofNullable(p.at()))
        .map(at -> WallClock.of(at, me.zone())).toList();
    now.forEach(content -> places.release(me.workspaceId(), content));
    Instant after = freed.getFirst().instant().minusMillis(1);
    for (var content : now) {
      var candidates = candidates(queue, me, freed, after);
      after = give(me, content, candidates, now)
          .orElseThrow(() -> new QueueMovedOn(Moving.Reason.CLOSED)).instant();
    }
  }

  private static Stream<WallClock> candidates(SlotQueue queue, Member me, List<WallClock> freed,
      Instant after) {
    var last = freed.getLast().instant();
    return Stream.concat(
        freed.stream().filter(m -> m.instant().isAfter(after)),
        queue.timetable().after(last.isAfter(after) ? last : after, me.zone()));
  }

  private Optional<WallClock> give(Member me, ContentId content, Stream<WallClock> candidates,
      List<ContentId> except) {
    var wish = new Wish(content,
        Placing.accounts(contents.content(me.workspaceId(), content)));
    var when = moments.take(me.workspaceId(), wish, candidates.iterator(), except);
    when.ifPresent(w -> placing.stand(me, content, w));
    return when;
  }

  // What is leaving for its network this very minute goes on.
  private boolean undated(Member me, ContentId content) {
    return contents.plan(me, content, null) instanceof Moving.Moved;
  }

  private SlotQueue lock(Member me, QueueId id) {
    return queues.lock(me.workspaceId(), id)
        .orElseThrow(() -> new NoSuchElementException("No queue " + id));
  }

  private void record(Member me, String action, SlotQueue queue) {
    audit.record(me.tenant(), me.userId(), action, queue.id().value(), queue.name());
  }
}
