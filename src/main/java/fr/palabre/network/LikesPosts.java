package fr.palabre.network;

/** Likes and unlikes a message; both are harmless twice. */
public interface LikesPosts extends NetworkConnector {
  DeliveryOutcome like(AccountSession session, String remoteId, DeliveryKey key);

  DeliveryOutcome unlike(AccountSession session, String remoteId, DeliveryKey key);
}
