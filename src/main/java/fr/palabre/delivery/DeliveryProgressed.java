package fr.palabre.delivery;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.NetworkId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery moved on. Told after what happened is journaled, in a transaction of its own and within
 * the brand's row scope, until every listener has taken it in: a listener that fails is told again,
 * and never makes a call run twice. Between two tellings a delivery may have moved more than once.
 *
 * @param outcome what the last call brought; null if no call was answered
 */
public record DeliveryProgressed(
    WorkspaceId workspace,
    DeliveryId delivery,
    AccountId account,
    NetworkId network,
    Act act,
    DeliverySubject subject,
    DeliveryState state,
    @Nullable String remoteId,
    @Nullable URI permalink,
    @Nullable DeliveryOutcome outcome,
    Instant at) {}
