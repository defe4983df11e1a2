package fr.palabre.publishing.evergreen;

import static java.util.stream.Collectors.toMap;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.identity.Member;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.evergreen.Pick.Found;
import fr.palabre.publishing.evergreen.Pick.Nothing;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the hours of the coming weeks hold, as things stand now, and why some hold nothing. */
@Component
@Transactional(readOnly = true)
public class Outlook {
  public static final int WEEKS = 6;
  private static final int SHOWN = 40;
  private final ComebackStore comebacks;
  private final Gathering gathering;
  private final ContentLists lists;
  private final Clock clock;

  Outlook(ComebackStore comebacks, Gathering gathering, ContentLists lists, Clock clock) {
    this.comebacks = comebacks;
    this.gathering = gathering;
    this.lists = lists;
    this.clock = clock;
  }

  /** The queue's contents, those added first before. */
  public List<Candidate> contents(Member me, EvergreenQueue queue) {
    return gathering.candidates(me.workspaceId(), me.zone(), queue.id(),
        comebacks.around(me.workspaceId(), queue.id()));
  }

  /** The hours of the coming weeks, soonest first; none while the queue is paused. */
  public List<Coming> coming(Member me, EvergreenQueue queue) {
    return coming(me, queue, SHOWN);
  }

  /** The next hour alone, for a fraction of the cost; none while the queue is paused. */
  public List<Coming> next(Member me, EvergreenQueue queue) {
    return coming(me, queue, 1);
  }

  private List<Coming> coming(Member me, EvergreenQueue queue, int atMost) {
    var hours = hours(me, queue, atMost);
    if (hours.isEmpty()) return List.of();
    var around = comebacks.around(me.workspaceId(), queue.id());
    var made = around.stream().filter(c -> c.queue().equals(queue.id()))
        .collect(toMap(Comeback::at, Function.identity()));
    var copies = copies(me, hours, made);
    var turns = gathering.turns(me.workspaceId(), queue,
        gathering.candidates(me.workspaceId(), me.zone(), queue.id(), around),
        hours.getFirst().local(), hours.getLast().local());
    return hours.stream().map(hour -> coming(hour, made.get(hour.local()), copies, turns))
        .toList();
  }

  private List<WallClock> hours(Member me, EvergreenQueue queue, int atMost) {
    if (queue.paused()) return List.of();
    var end = clock.instant().plus(Duration.ofDays(7 * WEEKS));
    return queue.timetable().after(clock.instant(), me.zone())
        .takeWhile(hour -> hour.instant().isBefore(end)).limit(atMost).toList();
  }

  private Map<ContentId, ContentLine> copies(Member me, List<WallClock> hours,
      Map<?, Comeback> made) {
    var ids = hours.stream().flatMap(hour -> Stream.ofNullable(made.get(hour.local())))
        .flatMap(comeback -> Stream.ofNullable(comeback.copy())).toList();
    return lists.among(me.workspaceId(), ids).stream()
        .collect(toMap(ContentLine::id, Function.identity()));
  }

  private static Coming coming(WallClock hour, @Nullable Comeback made,
      Map<ContentId, ContentLine> copies, Turns turns) {
    var at = hour.local();
    if (made == null) return expected(at, turns);
    var copy = made.copy() == null ? null : copies.get(made.copy());
    return copy == null ? new Coming.Empty(at, Why.DROPPED, null) : new Coming.Made(at, copy);
  }

  private static Coming expected(LocalDateTime at, Turns turns) {
    return switch (turns.at(at)) {
      case Found(Candidate candidate) -> {
        turns.give(candidate, at);
        yield new Coming.Expected(at, candidate.id(), candidate.content().name());
      }
      case Nothing(Why why, var notBefore) -> new Coming.Empty(at, why, notBefore);
    };
  }
}
