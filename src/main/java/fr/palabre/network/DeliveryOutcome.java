package fr.palabre.network;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one call that changes something on a network. The list is closed. */
public sealed interface DeliveryOutcome {

  /** The network has it. */
  record Delivered(String remoteId, @Nullable URI permalink) implements DeliveryOutcome {}

  /** The network said no and will say no again. {@code remoteMessage} is the network's wording. */
  record Rejected(Reason reason, String remoteCode, String remoteMessage)
      implements DeliveryOutcome {}

  /** Provably not done: the network asks to wait. */
  record RetryAfter(Instant notBefore, String remoteCode) implements DeliveryOutcome {}

  /** Provably not done: the account's token is not accepted any more. */
  record Disconnected(String remoteCode) implements DeliveryOutcome {}

  /** Provably not done: the call never reached the network (name, connection, TLS). */
  record NotSent(String cause) implements DeliveryOutcome {}

  /** Nobody knows: the call left, its answer did not come back. Settle before anything else. */
  record Unknown(String cause) implements DeliveryOutcome {}

  enum Reason {
    TEXT_TOO_LONG, TEXT_EMPTY, MEDIA_REFUSED, MEDIA_TOO_LARGE, DUPLICATE, FORBIDDEN, PARENT_GONE,
    NOT_FOUND, INVALID
  }
}
