package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.OpenDelivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.web.BoardView.Mark;
import java.time.Instant;

/** A delivery's state as a word, a shape and a tone. */
final class Marks {
  private Marks() {}

  static Mark of(OpenDelivery open, Page page) {
    var standing = open.delivery().standing();
    if (open.frozen() && standing instanceof Standing.Scheduled)
      return mark("calm", "freeze", "frozen", page);
    if (open.delivery().state() == DeliveryState.DELIVERED
        && !(open.delivery().act() instanceof Act.Publish))
      return mark("good", "check", "done", page);
    return of(standing, page);
  }

  static Mark of(Standing standing, Page page) {
    return switch (standing) {
      case Standing.Scheduled(Instant at, Because because) -> switch (because) {
        case HOUR -> at.isAfter(page.now()) ? mark("good", "send", "scheduled", page)
            : mark("good", "send", "now", page);
        case THROTTLED, UNREACHABLE, QUOTA -> mark("wait", "clock", "waiting", page);
        case ABSENT -> mark("wait", "refresh", "again", page);
        case SPREAD -> mark("wait", "clock", "spread", page);
      };
      case Standing.Held(Hold hold) -> switch (hold) {
        case TURN -> mark("plain", "clock", "turn", page);
        case RECONNECTION -> mark("late", "plug", "reconnection", page);
        case LATE, THAWED -> mark("late", "clock", "late", page);
      };
      case Standing.Submitting _ -> mark("good", "send", "now", page);
      case Standing.InDoubt _, Standing.Undecided _ -> mark("late", "question", "doubt", page);
      case Standing.Accepted _, Standing.Confirmed _ -> mark("good", "check", "out", page);
      case Standing.Refused _ -> mark("late", "alert", "refused", page);
      case Standing.Skipped _ -> mark("plain", "clock", "skipped", page);
      case Standing.Cancelled _ -> mark("plain", "x", "cancelled", page);
    };
  }

  private static Mark mark(String tone, String icon, String word, Page page) {
    return new Mark(tone, icon, page.t("publishing.state." + word));
  }
}
