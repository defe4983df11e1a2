package fr.palabre.network.intake;

import fr.palabre.network.ReadsActivity.Pace;
import java.time.Duration;

/** How long until the next question: shorter while things happen, longer while nothing does. */
final class Rhythm {
  private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(15);

  private Rhythm() {}

  static Duration afterNews(Pace pace) {
    return pace.fastest();
  }

  static Duration afterSilence(Duration before, Pace pace) {
    return between(pace.fastest(), before.multipliedBy(3).dividedBy(2), pace.slowest());
  }

  static Duration afterFailure(Duration before, Pace pace) {
    return between(pace.fastest(), before.multipliedBy(2),
        longer(pace.slowest(), LONGEST_AFTER_FAILURE));
  }

  private static Duration between(Duration least, Duration wished, Duration most) {
    return wished.compareTo(most) > 0 ? most : longer(least, wished);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
