package fr.palabre.publishing.evergreen;

import fr.palabre.publishing.slot.Timetable;
import fr.palabre.publishing.slot.WeekSlot;
import java.util.List;

/**
 * A named collection of contents that come back at its hours.
 *
 * @param paused whether nothing comes back for now
 */
public record EvergreenQueue(
    EvergreenId id, String name, Spacing spacing, List<WeekSlot> slots, boolean paused) {

  /** How many contents keep all its hours filled without one coming back too soon. */
  public int enough() {
    return Math.ceilDiv(slots.size() * spacing.distance(), 7);
  }

  Timetable timetable() {
    return Timetable.of(slots);
  }
}
