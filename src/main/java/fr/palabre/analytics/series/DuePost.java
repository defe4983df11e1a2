package fr.palabre.analytics.series;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post to read now. */
record DuePost(
    WorkspaceId workspace,
    UUID id,
    AccountId account,
    String remoteId,
    Instant publishedAt,
    boolean early,
    @Nullable Instant readAt,
    int tries,
    int absences) {

  /** From there on, ages that no reading stood for have been missed. */
  Instant lastRead() {
    return readAt == null ? publishedAt : readAt;
  }
}
