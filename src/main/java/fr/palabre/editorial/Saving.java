package fr.palabre.editorial;

import java.util.UUID;

/** What became of a wish to save. Whatever it is, what was written is kept. */
public sealed interface Saving {
  /** @param asksAgain whether it was validated, and must be once more */
  record Saved(Content content, boolean asksAgain) implements Saving {}

  /**
   * Somebody else changed it meanwhile.
   *
   * @param theirs the content as it stands
   * @param aside the version that keeps what was to be saved
   */
  record Conflict(Content theirs, UUID aside) implements Saving {}

  /** It left, was cancelled or deleted: nothing may change. */
  record Closed(Content content, UUID aside) implements Saving {}
}
