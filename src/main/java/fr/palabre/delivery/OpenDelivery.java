package fr.palabre.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is not over, with what its account imposes on it.
 *
 * @param frozen whether a freeze stops it
 * @param accountWaits until when its network asked its account to wait; null if it did not
 */
public record OpenDelivery(
    Delivery delivery, boolean frozen, @Nullable Instant accountWaits) {}
