package fr.palabre.publishing.evergreen.web;

import fr.palabre.platform.web.Choice;
import fr.palabre.publishing.evergreen.Spacing;
import java.util.List;

/**
 * An evergreen queue as its pages draw it.
 *
 * @param said its hours and distance in one line
 * @param advice how many contents it takes to fill its hours; empty without an hour
 * @param offered hours of the brand's slot queues that it does not have yet
 * @param days of the week, to choose from
 */
public record EvergreenView(
    String id,
    String name,
    boolean paused,
    Spacing spacing,
    String said,
    String advice,
    List<Hour> hours,
    List<Choice> offered,
    List<Choice> days,
    List<Row> coming,
    List<Row> contents) {

  /** @param at as a form sends it: {@code 09:30} */
  public record Hour(int day, String at, String said) {}

  /**
   * A line: what comes, or a content that may.
   *
   * @param address where it leads, below the brand's; empty for nowhere
   */
  public record Row(
      String tone, String icon, String mark, String name, String address, String note) {}
}
