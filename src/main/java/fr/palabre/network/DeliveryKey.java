package fr.palabre.network;

import java.util.UUID;

/**
 * The one key of one act, the same at each attempt. Connectors make of it whatever lets their
 * network recognise a repeat: an idempotency header, a record key.
 */
public record DeliveryKey(UUID value) {}
