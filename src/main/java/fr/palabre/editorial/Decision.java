package fr.palabre.editorial;

import fr.palabre.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on a content, or said of it.
 *
 * @param by null when Palabre did it by itself
 * @param version the version it bears on
 */
public record Decision(
    Kind kind, @Nullable UserId by, Instant at, int version, String comment) {

  /** The names are stored. */
  public enum Kind {
    SUBMITTED, RECALLED, APPROVED, CHANGES_REQUESTED,
    /** What was validated changed: it must be validated again. */
    WITHDRAWN,
    CANCELLED, REOPENED, COMMENT
  }
}
