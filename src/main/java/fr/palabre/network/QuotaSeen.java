package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;

/**
 * A network said how much is left to an account: told while it is little, and when it no longer is.
 * Told in the transaction that keeps it.
 *
 * @param resetsAt when it starts again
 */
public record QuotaSeen(WorkspaceId workspace, AccountId account, String bucket, long remaining,
    Instant resetsAt, boolean little) {}
