package fr.palabre.editorial;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content: what it says, where it stands, who had a hand in it.
 *
 * @param version grows at each change of the body; a change made on another one is a conflict
 * @param hash of exactly what would go out: texts, images and their words, accounts, options
 * @param approvedHash what the last validation was bound to; null if never validated
 * @param approvedVersion the version validated last; null if never
 * @param altWaived whether somebody chose to go without the missing alternative texts
 */
public record Content(
    ContentId id,
    WorkspaceId workspace,
    ContentBody body,
    ContentStage stage,
    int version,
    String hash,
    @Nullable Planned planned,
    @Nullable String approvedHash,
    @Nullable Integer approvedVersion,
    @Nullable UserId approvedBy,
    @Nullable UserId submittedBy,
    @Nullable Instant submittedAt,
    boolean altWaived,
    @Nullable UserId createdBy,
    @Nullable UserId updatedBy,
    Instant updatedAt,
    boolean deleted,
    Map<AdaptationId, AdaptationProgress> progress) {

  /** Whether its words may still change: nothing of it has left for a network. */
  public boolean isOpen() {
    return stage.isOpen() && !deleted && progress.values().stream().noneMatch(p -> p.hasLeft());
  }

  /** Whether it was validated as it stands now. */
  public boolean isApprovedAsIs() {
    return hash.equals(approvedHash);
  }

  /** Its title, else its first words; empty if it says nothing yet. */
  public String name() {
    return Excerpt.name(body);
  }
}
