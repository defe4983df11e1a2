package fr.palabre.network.intake;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one node to poll one account for a while.
 *
 * @param until also the lease's name: whoever finds another there has lost it
 */
record Lease(
    WorkspaceId workspace,
    AccountId account,
    @Nullable String cursor,
    int rhythmSeconds,
    @Nullable Instant measuredAt,
    Instant until) {}
