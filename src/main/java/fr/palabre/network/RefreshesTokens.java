package fr.palabre.network;

/** Renews credentials that expire. Called by one refresher at a time per account. */
public interface RefreshesTokens extends NetworkConnector {
  Reading<Credentials> refresh(AccountSession session);
}
