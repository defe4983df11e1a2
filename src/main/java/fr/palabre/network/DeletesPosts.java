package fr.palabre.network;

/** Deletes one's own post. Deleting what is gone already is {@code Delivered}: harmless twice. */
public interface DeletesPosts extends NetworkConnector {
  DeliveryOutcome delete(AccountSession session, String remoteId);
}
