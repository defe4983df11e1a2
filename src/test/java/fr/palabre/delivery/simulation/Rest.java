package fr.palabre.delivery.simulation;

import java.time.Instant;

/**
 * Until when nothing is due, as one node found. As long as nothing changes in the database, others
 * would only find the same: they need not ask.
 */
final class Rest {
  private long changes = -1;
  private long toldChanges = -1;
  private Instant until = Instant.MIN;
  private Instant toldUntil = Instant.MIN;

  void found(long changes, Instant until) {
    this.changes = changes;
    this.until = until;
  }

  /** All was told that there was to tell; what is to be told later is due then. */
  void told(long changes, Instant at) {
    toldChanges = changes;
    toldUntil = lasts(changes, at) ? until : Instant.MIN;
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
