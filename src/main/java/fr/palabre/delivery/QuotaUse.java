package fr.palabre.delivery;

import fr.palabre.network.QuotaRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is spent of one quota over time, and what still fits in. Pure. */
final class QuotaUse {
  private final long allowed;
  private final Duration window;
  private final List<Use> uses;

  QuotaUse(QuotaRule rule, List<Use> uses) {
    this.allowed = rule.allowed();
    this.window = rule.window();
    this.uses = uses.stream().filter(use -> use.points > 0)
        .sorted(Comparator.comparing(Use::at)).toList();
  }

  /** Whether no stretch as long as the window that holds this instant would hold too much. */
  boolean fits(long points, Instant at) {
    if (points > allowed) return false;
    return Stream.concat(Stream.of(at), uses.stream().map(Use::at).filter(u -> touches(u, at)))
        .allMatch(from -> used(from) + points <= allowed);
  }

  /** The first whole minute from that instant on at which it fits. */
  Optional<Instant> free(long points, Instant from, Instant until) {
    return uses.stream().map(use -> minute(use.at.plus(window)))
        .filter(at -> at.isAfter(from) && at.isBefore(until))
        .sorted()
        .distinct()
        .filter(at -> fits(points, at))
        .findFirst();
  }

  private boolean touches(Instant use, Instant at) {
    return use.isBefore(at) && use.plus(window).isAfter(at);
  }

  private long used(Instant from) {
    var until = from.plus(window);
    return uses.stream().filter(u -> !u.at.isBefore(from) && u.at.isBefore(until))
        .mapToLong(Use::points).sum();
  }

  private static Instant minute(Instant at) {
    var down = at.truncatedTo(ChronoUnit.MINUTES);
    return down.equals(at) ? at : down.plus(1, ChronoUnit.MINUTES);
  }

  record Use(Instant at, long points) {}
}
