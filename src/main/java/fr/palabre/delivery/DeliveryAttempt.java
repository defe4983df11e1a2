package fr.palabre.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a delivery's story.
 *
 * @param number place in the story, from 1
 * @param at when the call left, the account was read, or the person decided
 * @param answeredAt when the answer was journaled; null while nobody knows
 * @param result what came of it; null while nobody knows
 * @param detail the network's own code and words, or what went wrong on the way; may be empty
 * @param until until when the network or Palabre then waited; null if it did not
 * @param by who decided; null if Palabre did
 */
public record DeliveryAttempt(
    int number,
    Kind kind,
    Instant at,
    @Nullable Instant answeredAt,
    @Nullable Result result,
    String detail,
    @Nullable Instant until,
    @Nullable UUID by) {

  public enum Kind {
    /** Something was sent. */
    CALL,
    /** The account was read back. */
    READING,
    /** A person decided. */
    DECISION
  }

  public enum Result {
    DELIVERED, REJECTED, RETRY_AFTER, DISCONNECTED, NOT_SENT, UNKNOWN, FOUND, ABSENT, CANNOT_TELL,
    WENT_OUT, NOT_OUT, RELEASED, MOVED, DROPPED
  }
}
