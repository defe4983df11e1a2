package fr.palabre.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When something goes out: what the clock on the wall shows, where, and the instant it means.
 *
 * @param shift what a change of the clock did to it
 */
public record WallClock(LocalDateTime local, ZoneId zone, Instant instant, Shift shift) {

  public enum Shift {
    NONE,
    /** That hour is skipped in the night the clock goes forward: it goes out as much later. */
    SKIPPED,
    /** That hour comes twice in the night the clock goes back: it goes out the first time. */
    DOUBLED
  }

  public static WallClock of(LocalDateTime local, ZoneId zone) {
    // Forward by the length of the gap; the first of two.
    var instant = local.atZone(zone).toInstant();
    var transition = zone.getRules().getTransition(local);
    if (transition == null) return new WallClock(local, zone, instant, Shift.NONE);
    return new WallClock(local, zone, instant,
        transition.isGap() ? Shift.SKIPPED : Shift.DOUBLED);
  }
}
