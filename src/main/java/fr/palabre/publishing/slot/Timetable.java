package fr.palabre.publishing.slot;

import fr.palabre.publishing.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The moments that weekly slots mean. In the night that skips an hour, a slot in it moves forward;
 * if another slot already stands there, the moment is one.
 */
public record Timetable(List<WeekSlot> slots) {
  /** How far a free moment is looked for. */
  static final int WEEKS = 53;

  public Timetable {
    slots = List.copyOf(new TreeSet<>(slots));
  }

  public static Timetable of(Collection<WeekSlot> slots) {
    return new Timetable(List.copyOf(slots));
  }

  /** Those strictly after an instant, soonest first. */
  public Stream<WallClock> after(Instant after, ZoneId zone) {
    var today = LocalDate.ofInstant(after, zone);
    var seen = new HashSet<Instant>();
    return IntStream.rangeClosed(-1, WEEKS * 7)
        .mapToObj(today::plusDays)
        .flatMap(day -> on(day, zone))
        .filter(moment -> moment.instant().isAfter(after))
        .filter(moment -> seen.add(moment.instant()));
  }

  private Stream<WallClock> on(LocalDate day, ZoneId zone) {
    return slots.stream()
        .filter(slot -> slot.day() == day.getDayOfWeek())
        .map(slot -> WallClock.of(day.atTime(slot.at()), zone))
        .sorted(Comparator.comparing(WallClock::instant));
  }
}
