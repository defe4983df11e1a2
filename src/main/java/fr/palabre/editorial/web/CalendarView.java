package fr.palabre.editorial.web;

import fr.palabre.platform.web.Choice;
import java.util.List;

/**
 * The calendar as it is shown; everything about it is in the address.
 *
 * @param query the address's own parameters, for whoever comes back to it
 */
public record CalendarView(
    String kind,
    String title,
    String before,
    String today,
    String after,
    String query,
    List<CalendarDay> days,
    List<Choice> views,
    List<Choice> accounts,
    List<Choice> stages,
    boolean mayWrite) {

  public boolean empty() {
    return days.stream().allMatch(d -> d.tiles().isEmpty());
  }
}
