package fr.palabre.analytics.series;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post that has just gone out, to be read from now on. */
record NewPost(
    WorkspaceId workspace,
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
    boolean early) {}
