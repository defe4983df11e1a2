package fr.palabre.delivery;

import fr.palabre.identity.UserId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing goes out: of this account or, if none is named, of the brand.
 *
 * @param reason in the words of the person who stopped it
 */
public record Freeze(
    UUID id, @Nullable AccountId account, String reason, UserId by, Instant since) {}
