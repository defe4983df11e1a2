package fr.palabre.network;

/** An account with the credentials that are good now; lives for one call. */
public record AccountSession(ConnectedAccount account, Credentials credentials) {}
