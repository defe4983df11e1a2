package fr.palabre.delivery.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the network.
 *
 * @param item which of the history's acts made it
 * @param parent what it answers there; null if nothing
 * @param calledAt when the call that made it left the engine
 * @param listedFrom when the account's own list shows it
 */
record Post(String id, int item, String text, @Nullable String parent, Instant createdAt,
    Instant calledAt, Instant listedFrom) {}
