package fr.palabre.delivery.engine;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Accepted;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Confirmed;
import fr.palabre.delivery.Standing.Held;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.Standing.InDoubt;
import fr.palabre.delivery.Standing.Refused;
import fr.palabre.delivery.Standing.Scheduled;
import fr.palabre.delivery.Standing.Undecided;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.Settlement;
import fr.palabre.network.Settlement.Absent;
import fr.palabre.network.Settlement.CannotTell;
import fr.palabre.network.Settlement.Found;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that says where a delivery goes from where it stands. Pure. */
final class Course {
  private static final List<Duration> RETRIES = seconds(2, 5, 15, 60, 300, 900);
  // A reading falls just after one minute and after two: then connectors can say that it is absent.
  private static final List<Duration> READINGS = seconds(2, 10, 20, 30, 60, 1800);

  private Course() {}

  /**
   * After a call.
   *
   * @param submittedAt when it left
   */
  static Standing after(Due due, Instant submittedAt, DeliveryOutcome outcome, Instant now) {
    var d = due.delivery();
    return inTime(d, switch (outcome) {
      case Delivered(String id, URI link) -> out(id, link);
      case Rejected no -> new Refused(no);
      case RetryAfter(Instant at, String _) -> new Scheduled(later(at, now), Because.THROTTLED);
      case Disconnected _ -> new Held(Hold.RECONNECTION);
      case NotSent _ -> again(due.failures(), now);
      case Unknown _ when d.act().harmlessTwice() -> again(due.failures(), now);
      case Unknown _ -> new InDoubt(submittedAt, 0, now.plus(READINGS.getFirst()));
    });
  }

  /** After reading the account back. */
  static Standing after(Delivery d, InDoubt doubt, Settlement settlement, Instant now) {
    return inTime(d, switch (settlement) {
      case Found(String id, URI link) -> out(id, link);
      case Absent _ -> new Scheduled(now, Because.ABSENT);
      case CannotTell _ -> {
        var readings = doubt.readings() + 1;
        yield readings < READINGS.size()
            ? new InDoubt(doubt.submittedAt(), readings, now.plus(READINGS.get(readings)))
            : new Undecided(doubt.submittedAt());
      }
    });
  }

  /** How long an account's lane waits with it, so that what comes after does not overtake it. */
  static @Nullable Instant laneWait(DeliveryOutcome outcome, Standing next, int failures) {
    // The account waits as told even where this one, by then too late, asks a person.
    if (outcome instanceof RetryAfter(Instant at, String _)) return at;
    return switch (next) {
      // Once it fails on and on, the fault may be its own: the others no longer wait for it.
      case Scheduled(Instant at, Because because)
          when because == Because.UNREACHABLE && failures < 3 -> at;
      default -> null;
    };
  }

  private static Standing out(String id, @Nullable URI link) {
    return link == null ? new Accepted(id) : new Confirmed(id, link);
  }

  private static Standing again(int failures, Instant now) {
    var wait = RETRIES.get(Math.min(failures, RETRIES.size() - 1));
    return new Scheduled(now.plus(wait), Because.UNREACHABLE);
  }

  // What could only go out too late asks a person now, while there is time to act. What is left
  // out when late asks nobody: it is left out when its turn comes, with what would follow it.
  private static Standing inTime(Delivery d, Standing next) {
    return next instanceof Scheduled(Instant at, Because _) && d.notAfter() != null
            && !d.skipsLate()
            && at.isAfter(d.notAfter())
        ? new Held(Hold.LATE)
        : next;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static List<Duration> seconds(long... seconds) {
    return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
