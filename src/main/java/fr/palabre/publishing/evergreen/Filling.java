package fr.palabre.publishing.evergreen;

import static java.util.stream.Collectors.toSet;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentCopies;
import fr.palabre.editorial.Planned;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.evergreen.Pick.Found;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the copies of the hours that come near, once each: run again, it finds them made. */
@Component
class Filling {
  /** An hour nearer than this is let go: nobody reads again in less. */
  private static final Duration LATEST = Duration.ofMinutes(5);
  private final EvergreenStore queues;
  private final ComebackStore comebacks;
  private final Gathering gathering;
  private final ContentCopies copies;
  private final Clock clock;

  Filling(EvergreenStore queues, ComebackStore comebacks, Gathering gathering,
      ContentCopies copies, Clock clock) {
    this.queues = queues;
    this.comebacks = comebacks;
    this.gathering = gathering;
    this.copies = copies;
    this.clock = clock;
  }

  /** @return how many were made */
  @Transactional
  public int fill(WorkspaceId workspace, ZoneId zone, EvergreenId id) {
    var queue = queues.lock(workspace, id).orElse(null);
    if (queue == null) return 0;
    var near = clock.instant().plus(Duration.ofDays(queue.spacing().lead()));
    var hours = queue.paused() ? List.<WallClock>of() : hours(queue, zone, near);
    queues.wakeAt(workspace, id, queue.paused() ? null : wake(queue, zone, near));
    return hours.isEmpty() ? 0 : fill(workspace, zone, queue, hours);
  }

  private List<WallClock> hours(EvergreenQueue queue, ZoneId zone, Instant until) {
    return queue.timetable().after(clock.instant().plus(LATEST), zone)
        .takeWhile(hour -> !hour.instant().isAfter(until)).toList();
  }

  // As much before the first hour beyond as copies are made ahead.
  private static @Nullable Instant wake(EvergreenQueue queue, ZoneId zone, Instant near) {
    return queue.timetable().after(near, zone).findFirst()
        .map(hour -> hour.instant().minus(Duration.ofDays(queue.spacing().lead())))
        .orElse(null);
  }

  private int fill(WorkspaceId workspace, ZoneId zone, EvergreenQueue queue,
      List<WallClock> hours) {
    var made = comebacks.around(workspace, queue.id());
    var done = made.stream().filter(c -> c.queue().equals(queue.id())).map(Comeback::at)
        .collect(toSet());
    var empty = hours.stream().map(WallClock::local).filter(at -> !done.contains(at)).toList();
    if (empty.isEmpty()) return 0;
    var turns = gathering.turns(workspace, queue,
        gathering.candidates(workspace, zone, queue.id(), made), empty.getFirst(),
        empty.getLast());
    return (int) empty.stream().filter(at -> fill(workspace, zone, queue, turns, at)).count();
  }

  private boolean fill(WorkspaceId workspace, ZoneId zone, EvergreenQueue queue, Turns turns,
      LocalDateTime at) {
    if (!(turns.at(at) instanceof Found(Candidate candidate))) return false;
    var copy = copy(workspace, candidate.entry(), new Planned(at, zone));
    copy.ifPresent(content -> {
      comebacks.insert(workspace, new Comeback(queue.id(), at, candidate.id(), content.id(),
          content.hash()));
      turns.give(candidate, at);
    });
    return copy.isPresent();
  }

  private Optional<Content> copy(WorkspaceId workspace, Evergreen entry, Planned at) {
    return copies.copy(workspace, entry.content(), at, entry.by(), entry.keepsApproval());
  }
}
