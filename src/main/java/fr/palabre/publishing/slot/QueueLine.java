package fr.palabre.publishing.slot;

import static java.util.stream.Collectors.toMap;

import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.identity.Member;
import fr.palabre.publishing.slot.PlaceStore.Row;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands in a queue. Where a content stands is what its own date says: moved by hand, cancelled
 * or gone, it has left the queue, whatever a row still says.
 */
@Component
class QueueLine {
  /** As far as a page shows, and an order is changed. */
  static final int SHOWN = 60;
  private final PlaceStore places;
  private final ContentLists contents;
  private final Clock clock;

  QueueLine(PlaceStore places, ContentLists contents, Clock clock) {
    this.places = places;
    this.contents = contents;
    this.clock = clock;
  }

  List<QueuePlace> of(Member me, QueueId queue) {
    return of(me, queue, SHOWN);
  }

  List<QueuePlace> whole(Member me, QueueId queue) {
    return of(me, queue, Integer.MAX_VALUE);
  }

  private List<QueuePlace> of(Member me, QueueId queue, int atMost) {
    var now = LocalDateTime.ofInstant(clock.instant(), me.zone());
    var rows = places.of(me.workspaceId(), queue, now, atMost);
    var lines = contents.among(me.workspaceId(), rows.stream().map(Row::content).toList())
        .stream().collect(toMap(ContentLine::id, Function.identity()));
    return rows.stream().flatMap(row -> place(row, lines.get(row.content())).stream()).toList();
  }

  private static Optional<QueuePlace> place(Row row, @Nullable ContentLine line) {
    if (line == null || !line.stage().isOpen()) return Optional.empty();
    var planned = line.planned();
    var stands = planned == null ? row.at() == null : planned.local().equals(row.at());
    return stands ? Optional.of(new QueuePlace(line, row.at())) : Optional.empty();
  }
}
