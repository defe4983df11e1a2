package fr.palabre.network;

/**
 * What a network sent, as it sent it.
 *
 * @param externalId the network's id of the event or the message
 * @param revision what changes when the same event comes in another state; empty if it never does
 * @param payload JSON text, untouched
 */
public record RawEvent(String externalId, String revision, String payload) {}
