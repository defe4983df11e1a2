package fr.palabre.publishing;

import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A validated content as it goes out on one account.
 *
 * @param hash of exactly what was validated
 * @param parts messages of its thread; one if it is none
 * @param late what becomes of it if its hour is missed
 */
public record ScheduledPost(
    PostId id,
    WorkspaceId workspace,
    ContentId content,
    AdaptationId adaptation,
    AccountId account,
    String hash,
    String title,
    String excerpt,
    int parts,
    WallClock when,
    LateRule late,
    PostState state,
    @Nullable String remoteId,
    @Nullable URI permalink,
    @Nullable Instant publishedAt) {

  public Instant due() {
    return when.instant();
  }
}
