package fr.palabre.delivery.simulation;

import fr.palabre.delivery.engine.PlayedEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A process of the house: it may stand still for a while, and be killed. */
final class Node {
  final int number;
  boolean dead;
  Instant stillUntil = Instant.EPOCH;
  Instant beatAt = Instant.EPOCH;
  /** How far ahead of the others its clock is. */
  Duration ahead = Duration.ZERO;
  /** Whether it looked round since it last took something. */
  boolean looked;
  boolean rung = true;
  boolean news = true;
  Instant newsLookedForAt = Instant.EPOCH;
  /** It may hold a lane that it could not give back. */
  boolean owes;
  @Nullable PlayedEngine engine;
  @Nullable Strand round;
  @Nullable Strand beat;
  @Nullable Strand teller;

  Node(int number) {
    this.number = number;
  }

  PlayedEngine engine() {
    return Objects.requireNonNull(engine);
  }

  /** Whether it must say that it lives. */
  boolean beats() {
    return owes || engine().busy() > 0;
  }

  boolean stands(Instant now) {
    return now.isBefore(stillUntil);
  }
}
