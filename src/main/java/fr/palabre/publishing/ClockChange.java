package fr.palabre.publishing;

import fr.palabre.network.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that waits and whose wall clock no longer says when it goes out: the brand's zone or the
 * zone's rules were changed since. It goes out at the instant it had until somebody chooses.
 *
 * @param post one of its content, which all go out together
 * @param accounts where it goes out
 * @param byHour when it would go out if it keeps what the clock on the wall showed
 * @param byInstant what the clock on the wall would show if it keeps its instant; null where that
 *     clock shows the same twice, and would mean the other one
 */
public record ClockChange(
    ScheduledPost post, List<AccountId> accounts, WallClock byHour,
    @Nullable WallClock byInstant) {

  /** What stays as it was. */
  public enum Keep { HOUR, INSTANT }

  @Nullable WallClock keeping(Keep keep) {
    return keep == Keep.HOUR ? byHour : byInstant;
  }
}
