package fr.palabre.publishing.slot;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** An hour of each week, as the clock on the wall shows it. */
public record WeekSlot(DayOfWeek day, LocalTime at) implements Comparable<WeekSlot> {
  private static final Comparator<WeekSlot> ORDER =
      Comparator.comparing(WeekSlot::day).thenComparing(WeekSlot::at);

  public WeekSlot {
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public int compareTo(WeekSlot other) {
    return ORDER.compare(this, other);
  }
}
