package fr.palabre.network;

/** Changes a post that is out. Sending the same change twice is harmless. */
public interface EditsPosts extends NetworkConnector {
  DeliveryOutcome edit(AccountSession session, String remoteId, PostDraft draft);
}
