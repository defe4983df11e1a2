package fr.palabre.delivery.engine;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;

/**
 * The lease of all acts of one account.
 *
 * @param fence grows with each holder: whoever comes with an older one can begin nothing
 */
record Lane(WorkspaceId workspace, AccountId account, long fence) {}
