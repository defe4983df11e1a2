package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.ConnectedAccount.Standing;

/** An account was connected, lost or removed. Told inside the transaction that records it. */
public record AccountChanged(
    WorkspaceId workspace, AccountId account, NetworkId network, Standing standing) {}
