package fr.palabre.publishing.recurrence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a content comes back, by the clock on the wall.
 *
 * @param until the last date it may be; null for none
 * @param most how often at most; null for no end
 */
public record RecurrenceRule(
    Rhythm rhythm, LocalTime at, LocalDate from, @Nullable LocalDate until,
    @Nullable Integer most) {

  public RecurrenceRule {
    at = at.truncatedTo(ChronoUnit.MINUTES);
    if (most != null && most < 1) throw new IllegalArgumentException("At most " + most);
  }

  /** All its dates up to one, soonest first. */
  Stream<LocalDate> dates(LocalDate last) {
    var end = until != null && until.isBefore(last) ? until : last;
    return rhythm.from(from)
        .limit(most == null ? Long.MAX_VALUE : most)
        .takeWhile(date -> !date.isAfter(end));
  }

  /** The same, ended the day before. */
  RecurrenceRule endedBefore(LocalDate date) {
    return new RecurrenceRule(rhythm, at, from, date.minusDays(1), most);
  }
}
