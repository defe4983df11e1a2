package fr.palabre.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a post that says something else on its network than what was sent, or that is
 * no longer there.
 *
 * @param remoteId the message
 * @param words what it says there; null if it is no longer there
 * @param seenAt when it was first read so
 * @param answer what was decided about it; null while nothing was
 */
public record Rewriting(PostId post, String remoteId, @Nullable String words, Instant seenAt,
    @Nullable Answer answer, @Nullable Instant answeredAt) {

  /** What stands on the network stays, or our words were sent there again. */
  public enum Answer { KEPT, OURS }

  boolean isGone() {
    return words == null;
  }

  boolean isKeptSince(Instant corrected) {
    return answer == Answer.KEPT && answeredAt != null && answeredAt.isAfter(corrected);
  }
}
