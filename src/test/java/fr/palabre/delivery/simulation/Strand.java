package fr.palabre.delivery.simulation;

import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One thing a node does: a round, a lane, a telling. It runs when it is given its turn. */
final class Strand {
  final String name;
  final Node node;
  final Semaphore turn = new Semaphore(0);
  Instant wakesAt;
  boolean over;
  @Nullable Throwable failure;
  /** Where in the history its last attempt was committed; 0 before. */
  long begunAt;
  @Nullable Instant begunClock;
  Instant begunLatest = Instant.EPOCH;
  /** Until when the network told it to wait, not yet journaled. */
  @Nullable Instant told;
  int toldAccount;

  Strand(String name, Node node, Instant wakesAt) {
    this.name = name;
    this.node = node;
    this.wakesAt = wakesAt;
  }
}
