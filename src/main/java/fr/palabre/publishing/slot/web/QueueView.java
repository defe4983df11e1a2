package fr.palabre.publishing.slot.web;

import fr.palabre.platform.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue as its card shows it.
 *
 * @param next what a content added now would get, as one says it; null if nothing can be
 * @param days its slots by day of the week
 * @param accounts all of the brand's, those it serves chosen
 */
public record QueueView(
    String id,
    String name,
    boolean paused,
    @Nullable String next,
    String served,
    List<Day> days,
    List<Standing> standing,
    List<Choice> accounts) {

  public boolean hasSlots() {
    return days.stream().anyMatch(day -> !day.hours().isEmpty());
  }

  /** A day and its slots. */
  public record Day(int number, String name, List<Hour> hours) {}

  /** @param value as a form sends it: {@code 09:30} */
  public record Hour(String value, String said) {}

  /**
   * A content in the queue.
   *
   * @param when its slot as one says it; null while the queue is paused
   */
  public record Standing(
      String id, int place, String name, @Nullable String when, String tone, String icon,
      String stage) {}
}
