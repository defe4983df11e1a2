package fr.palabre.delivery;

import fr.palabre.network.DeliveryOutcome.Rejected;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a delivery stands: closed, so that whoever acts on one must face every case. */
public sealed interface Standing {

  /** Goes out at that instant. */
  record Scheduled(Instant at, Because because) implements Standing {}

  /** Waits for something that has no hour. */
  record Held(Hold hold) implements Standing {}

  /** The attempt is journaled; the call is being made. */
  record Submitting(Instant since) implements Standing {}

  /**
   * The call left and its answer was lost: the account is read back at {@code nextReading}.
   *
   * @param readings how often it was read without an answer
   */
  record InDoubt(Instant submittedAt, int readings, Instant nextReading) implements Standing {}

  /** Reading the account back told nothing: a person decides. */
  record Undecided(Instant submittedAt) implements Standing {}

  /** The network has it; its address is not known. No remote id when only a person saw it. */
  record Accepted(@Nullable String remoteId) implements Standing {}

  /** The network has it, at that address. */
  record Confirmed(String remoteId, URI permalink) implements Standing {}

  record Refused(Rejected answer) implements Standing {}

  record Cancelled() implements Standing {}

  /** Its latest hour had passed, and it was to be left out then: it never goes out. */
  record Skipped() implements Standing {}

  /** Why at that instant. */
  enum Because {
    /** It is its hour. */
    HOUR,
    /** The network asked to wait. */
    THROTTLED,
    /** The network could not be reached. */
    UNREACHABLE,
    /** The account was read back: it is certainly not there. */
    ABSENT,
    /** Nobody was there to send it: those of one account that wait since go out a while apart. */
    SPREAD,
    /** Its account has used up what its network allows for now. */
    QUOTA
  }

  /** What is awaited. */
  enum Hold {
    /** The one before it in its thread. */
    TURN,
    /** Someone who connects the account again. */
    RECONNECTION,
    /** Someone who says whether it still goes out: its latest hour has passed. */
    LATE,
    /** Someone who says whether it still goes out: its hour passed while all was frozen. */
    THAWED
  }

  default DeliveryState state() {
    return switch (this) {
      case Scheduled _, Held _ -> DeliveryState.WAITING;
      case Submitting _ -> DeliveryState.CALLING;
      case InDoubt _, Undecided _ -> DeliveryState.UNKNOWN;
      case Accepted _, Confirmed _ -> DeliveryState.DELIVERED;
      case Refused _ -> DeliveryState.REFUSED;
      case Cancelled _, Skipped _ -> DeliveryState.CANCELLED;
    };
  }
}
