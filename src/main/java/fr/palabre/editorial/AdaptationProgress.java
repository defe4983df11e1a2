package fr.palabre.editorial;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What publishing says became of an adaptation.
 *
 * @param remoteId of its first message, once out
 * @param note why not, as a code of the closed list of outcomes, or {@link #VANISHED}; empty if
 *     nothing to say
 */
public record AdaptationProgress(
    Status status, @Nullable String remoteId, @Nullable URI permalink, String note, Instant at) {

  /** The note of what was out and is no longer shown by its network: it was deleted there. */
  public static final String VANISHED = "VANISHED";

  /** Whether its network shows it no more, though nobody deleted it from here. */
  public boolean hasVanished() {
    return status == Status.PUBLISHED && note.equals(VANISHED);
  }

  /** Whether its network may have it, or had it. */
  public boolean hasLeft() {
    return switch (status) {
      case SENDING, PUBLISHED, REMOVED, IN_DOUBT -> true;
      case NONE, WAITING, REFUSED, CANCELLED, SKIPPED -> false;
    };
  }

  /** The names are stored. */
  public enum Status {
    /** Nothing was asked of its network yet. */
    NONE,
    WAITING,
    SENDING,
    PUBLISHED,
    REFUSED,
    /** Nobody knows whether the network has it. */
    IN_DOUBT,
    CANCELLED,
    /** It was out, and somebody deleted it from its network, from here. */
    REMOVED,
    /** Its hour was missed, and it was to be left out then. */
    SKIPPED
  }
}
