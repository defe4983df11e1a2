package fr.palabre.editorial;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What publishing says became of an adaptation.
 *
 * @param remoteId of its first message, once out
 * @param note why not, as a code of the closed list of outcomes; empty if nothing to say
 */
public record AdaptationProgress(
    Status status, @Nullable String remoteId, @Nullable URI permalink, String note, Instant at) {

  /** Whether its network may have it, or had it. */
  public boolean hasLeft() {
    return switch (status) {
      case SENDING, PUBLISHED, VANISHED, REMOVED, IN_DOUBT -> true;
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
    /** It was out, and its network shows it no more, though nobody deleted it from here. */
    VANISHED,
    /** It was out, and somebody deleted it from its network, from here. */
    REMOVED,
    REFUSED,
    /** Nobody knows whether the network has it. */
    IN_DOUBT,
    CANCELLED,
    /** Its hour was missed, and it was to be left out then. */
    SKIPPED;

    /** Whether it was published, whatever became of it there. */
    boolean wentOut() {
      return this == PUBLISHED || this == VANISHED || this == REMOVED;
    }
  }
}
