package fr.palabre.analytics.series;

import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Measured;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that is out, with its counters as last read.
 *
 * @param displays views, or impressions where the network still says so
 * @param shares shares, reposts and quotes together
 * @param followers how many followed the account when it went out
 * @param readAt null until it is first read
 * @param goneAt since when the network no longer shows it
 */
public record KnownPost(
    UUID id,
    AccountId account,
    NetworkId network,
    String remoteId,
    @Nullable UUID content,
    @Nullable String permalink,
    String excerpt,
    PostFormat format,
    Instant publishedAt,
    @Nullable Long followers,
    Figure reactions,
    Figure comments,
    Figure shares,
    Figure saves,
    Figure interactions,
    Figure displays,
    Figure reach,
    Figure linkClicks,
    @Nullable Instant readAt,
    @Nullable Instant goneAt) {

  public Measured measured() {
    return new Measured(interactions, displays, reach, followers);
  }
}
