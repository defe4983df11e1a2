package fr.palabre.today;

import fr.palabre.platform.web.DayItem.Moment;
import java.time.LocalTime;
import java.util.List;

/**
 * The order of the day. People who wait come first at any hour; the journal belongs to the morning,
 * creation to midday and the afternoon.
 */
final class Routine {
  static final LocalTime MIDDAY = LocalTime.NOON;
  private static final List<Moment> MORNING = List.of(Moment.ANSWERS, Moment.JOURNAL,
      Moment.TO_CHECK, Moment.VALIDATION, Moment.CREATION, Moment.GOES_OUT, Moment.IN_DOUBT,
      Moment.REPORT);
  private static final List<Moment> AFTERNOON = List.of(Moment.ANSWERS, Moment.CREATION,
      Moment.TO_CHECK, Moment.VALIDATION, Moment.GOES_OUT, Moment.IN_DOUBT, Moment.JOURNAL,
      Moment.REPORT);

  private Routine() {}

  static List<Moment> at(LocalTime hour) {
    return hour.isBefore(MIDDAY) ? MORNING : AFTERNOON;
  }
}
