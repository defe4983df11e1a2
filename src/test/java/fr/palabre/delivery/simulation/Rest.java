package fr.palabre.delivery.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when nothing is due, as one node found. As long as nothing changes in the database, others
 * would only find the same: they need not ask. That holds once things have settled: what a killed
 * node held becomes free by time alone, and what one node dated may still be to come for another
 * whose clock is behind, or was set back.
 */
final class Rest {
  /** Longer than a clock is set back, and than clocks stand apart. */
  private static final Duration SETTLING = Duration.ofSeconds(30);
  private long seen = -1;
  private long changes = -1;
  private long toldChanges = -1;
  private Instant until = Instant.MIN;
  private long nextChanges = -1;
  private Instant nextAfter = Instant.MIN;
  private Instant next = Instant.MIN;
  private Instant toldUntil = Instant.MIN;
  private Instant settledAt = Instant.MIN;

  /** Something will become due by then that no answer speaks of. */
  void unsettled(Instant by) {
    if (by.isAfter(settledAt)) settledAt = by;
    changes = -1;
  }

  /** What is due first of all that is due later, as it stands after so many changes. */
  void comes(long now, Instant after, Instant next) {
    nextChanges = now;
    nextAfter = after;
    this.next = next;
  }

  /** @param at when it was asked, by the clock of who asked */
  void found(long now, Instant at, Instant until) {
    if (!isSettled(now, at)) return;
    this.changes = now;
    this.until = until;
  }

  /** All was told that was due then; if it is known what comes later, there is none between. */
  void told(long now, Instant at) {
    toldChanges = now;
    toldUntil = nextChanges == now && !nextAfter.isAfter(at) && next.isAfter(at) ? next : at;
  }

  private boolean isSettled(long now, Instant at) {
    if (now != seen) {
      seen = now;
      unsettled(at.plus(SETTLING));
    }
    return !at.isBefore(settledAt);
  }

  boolean lasts(long now, Instant at) {
    return changes == now && at.isBefore(until);
  }

  boolean isTold(long now, Instant at) {
    return toldChanges == now && at.isBefore(toldUntil);
  }

  Instant until() {
    return until;
  }
}
