package fr.palabre.publishing.evergreen;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Repeatable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A content of a queue, and when it was seen.
 *
 * @param days on which its words went out or are to: by the queue, by hand, in a copy
 * @param times how often the queue brought it back
 */
public record Candidate(
    Evergreen entry, Repeatable content, NavigableSet<LocalDate> days, int times) {

  ContentId id() {
    return entry.content();
  }

  public boolean isOver(LocalDate day) {
    return entry.season().isOver(day, times);
  }

  /** The first day from one on that is far enough from all it is seen on, before and after. */
  public LocalDate ripe(LocalDate from, int distance) {
    var day = from;
    for (var seen : days)
      if (Math.abs(ChronoUnit.DAYS.between(seen, day)) < distance) day = seen.plusDays(distance);
    return day;
  }

  /** The last day before one on which it is seen. */
  @Nullable LocalDate lastBefore(LocalDate day) {
    return days.lower(day);
  }

  /** The last day it was seen, or the next it will be. */
  public Optional<LocalDate> last() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
  }

  /** The same, come back once more. */
  Candidate back(LocalDate day) {
    var seen = new TreeSet<>(days);
    seen.add(day);
    return new Candidate(entry, content, seen, times + 1);
  }

}
