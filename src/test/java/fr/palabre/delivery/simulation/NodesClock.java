package fr.palabre.delivery.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The clock of whichever node asks: not all are right. */
final class NodesClock extends Clock {
  private final Supplier<Instant> asSeen;

  NodesClock(Supplier<Instant> asSeen) {
    this.asSeen = asSeen;
  }

  @Override
  public Instant instant() {
    return asSeen.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
