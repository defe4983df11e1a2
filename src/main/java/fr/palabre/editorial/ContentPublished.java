package fr.palabre.editorial;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adaptation is out. Told once an adaptation.
 *
 * @param excerpt its first words
 * @param images how many it shows
 * @param link whether its text has one
 */
public record ContentPublished(
    WorkspaceId workspace,
    ContentId content,
    AdaptationId adaptation,
    AccountId account,
    NetworkId network,
    String remoteId,
    @Nullable URI permalink,
    Instant at,
    String excerpt,
    int images,
    boolean link) {}
