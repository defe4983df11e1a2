package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;

/**
 * Something happened on a connected account. Told inside the transaction that marks the raw event
 * as understood, within the brand's row scope: a listener that fails leaves the event to be retried.
 */
public record InboundReceived(
    WorkspaceId workspace, AccountId account, NetworkId network, Inbound inbound) {}
