package fr.palabre.editorial.web;

import fr.palabre.editorial.DayBand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A day of the calendar.
 *
 * @param date as {@code 2026-11-23}
 * @param label the number, with the month where it begins
 * @param spoken the whole date, read aloud
 * @param tone {@code out} of the month, {@code rest} for the week-end, {@code today}; may be several
 * @param crowded whether an account has too many that day
 * @param tiles all of them, in their order
 * @param bands the same, by part of the day
 */
public record CalendarDay(
    LocalDate date,
    String label,
    String spoken,
    String tone,
    boolean crowded,
    List<CalendarTileView> tiles,
    Map<DayBand, List<CalendarTileView>> bands) {
  private static final int SHOWN = 3;

  /** What fits in a cell of the month. */
  public List<CalendarTileView> shown() {
    return tiles.size() <= SHOWN ? tiles : tiles.subList(0, SHOWN - 1);
  }

  public int more() {
    return tiles.size() - shown().size();
  }
}
