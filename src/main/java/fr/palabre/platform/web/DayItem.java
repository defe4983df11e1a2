package fr.palabre.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do today, offered by a module to "Ma journée".
 *
 * @param moment where it stands in the routine of the day
 * @param urgency within its moment, greater first
 * @param title what to do, already in the viewer's language
 * @param detail one line more: whose, on which network, how long it has waited; may be empty
 * @param href address that is one click from done
 * @param icon symbol's id in the sprite
 * @param at the instant it is due, goes out or has waited since; null if it has none
 * @param tone late, waiting, plain or done
 */
public record DayItem(
    Moment moment,
    int urgency,
    String title,
    String detail,
    String href,
    String icon,
    @Nullable Instant at,
    String tone) {

  /**
   * The routine of the trade: answers and journal first, what needs a look while there is time,
   * creation after, then what goes out.
   */
  public enum Moment {
    ANSWERS, JOURNAL, TO_CHECK, VALIDATION, CREATION, GOES_OUT, IN_DOUBT, REPORT
  }
}
