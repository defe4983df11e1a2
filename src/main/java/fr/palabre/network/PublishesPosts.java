package fr.palabre.network;

import java.time.Instant;

/** Publishes a message: a post of its own, a part of a thread, a reply. */
public interface PublishesPosts extends NetworkConnector {
  /**
   * Sends media first, then makes the one call that people will see. Losing media on the way is
   * harmless ({@link DeliveryOutcome.NotSent}); only the last call can be {@code Unknown}.
   */
  DeliveryOutcome publish(AccountSession session, PostDraft draft, DeliveryKey key);

  /** Reads the account back after an unknown outcome of {@link #publish}. */
  Settlement settle(AccountSession session, PostDraft draft, DeliveryKey key, Instant submittedAt);
}
