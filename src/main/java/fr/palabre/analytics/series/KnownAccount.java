package fr.palabre.analytics.series;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account whose figures are read, or were.
 *
 * @param postOffer what its network counted for a post, when last read
 * @param accountOffer what its network counted for an account, when last read
 * @param knownAt since when it is read
 * @param readAt when it last answered
 * @param nextReadAt null where it is no longer read
 * @param tries failed readings since the last that went well
 */
public record KnownAccount(
    WorkspaceId workspace,
    AccountId account,
    NetworkId network,
    String handle,
    List<Metric> postOffer,
    List<Metric> accountOffer,
    Instant knownAt,
    @Nullable Instant readAt,
    @Nullable Instant nextReadAt,
    int tries) {}
