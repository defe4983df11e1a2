package fr.palabre.publishing.evergreen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.palabre.editorial.CalendarTiles;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Likeness;
import fr.palabre.editorial.Paces;
import fr.palabre.editorial.Repeatable;
import fr.palabre.editorial.Repeatables;
import fr.palabre.editorial.TileFilter;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads together what decides whose turn it is. */
@Component
class Gathering {
  private final EntryStore entries;
  private final Repeatables repeatables;
  private final CalendarTiles tiles;
  private final Paces paces;
  private final Likeness likeness;
  private final Clock clock;

  Gathering(EntryStore entries, Repeatables repeatables, CalendarTiles tiles, Paces paces,
      Likeness likeness, Clock clock) {
    this.entries = entries;
    this.repeatables = repeatables;
    this.tiles = tiles;
    this.paces = paces;
    this.likeness = likeness;
    this.clock = clock;
  }

  /** The queue's contents that are not deleted, with all they are seen on. */
  List<Candidate> candidates(WorkspaceId workspace, ZoneId zone, EvergreenId queue,
      List<Comeback> comebacks) {
    var all = entries.of(workspace, queue);
    var ids = Stream.concat(all.stream().map(Evergreen::content),
        comebacks.stream().flatMap(c -> Stream.ofNullable(c.copy()))).toList();
    var known = repeatables.among(workspace, ids).stream()
        .collect(toMap(Repeatable::id, Function.identity()));
    var copies = comebacks.stream().collect(groupingBy(Comeback::model));
    var now = LocalDateTime.ofInstant(clock.instant(), zone);
    return all.stream().flatMap(entry -> Stream.ofNullable(known.get(entry.content()))
        .map(model -> candidate(entry, model, known,
            copies.getOrDefault(entry.content(), List.of()), now))).toList();
  }

  private static Candidate candidate(Evergreen entry, Repeatable model,
      Map<ContentId, Repeatable> known, List<Comeback> comebacks, LocalDateTime now) {
    var days = new TreeSet<LocalDate>(model.days());
    int times = 0;
    for (var comeback : comebacks) {
      var copy = comeback.copy() == null ? null : known.get(comeback.copy());
      if (copy == null) continue;
      days.addAll(copy.days());
      if (counts(copy, comeback, now)) times++;
    }
    return new Candidate(entry, model, days, times);
  }

  // A copy that nobody validated in time did not come back.
  private static boolean counts(Repeatable copy, Comeback comeback, LocalDateTime now) {
    return copy.stage().isOut() || copy.stage().isValidated()
        || copy.stage().isOpen() && comeback.at().isAfter(now);
  }

  /** Whose turn it is from one hour until another, with what is planned around. */
  Turns turns(WorkspaceId workspace, EvergreenQueue queue, List<Candidate> candidates,
      LocalDateTime from, LocalDateTime until) {
    var around = tiles.between(workspace, from.minusDays(1), until.plusDays(2), TileFilter.ALL);
    return new Turns(candidates, new Room(around, paces.of(workspace)),
        queue.spacing().distance(), (id, at) -> likeness.saidNear(workspace, id, at));
  }
}
