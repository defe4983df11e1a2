package fr.palabre.editorial;

import fr.palabre.media.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * Something to know before a content goes out. Its words are the message key
 * {@code editorial.check.<kind>} with the network, what there is, and what is allowed.
 *
 * @param sheet the account it concerns; null if all
 */
public record Check(
    Kind kind, Proof.@Nullable Sheet sheet, long found, long allowed, @Nullable AssetId asset) {

  public enum Kind {
    EMPTY(true), NO_ACCOUNT(true), ACCOUNT_DISCONNECTED(true),
    TOO_LONG(true), PART_TOO_LONG(true), REPLY_TOO_LONG(true), WARNING_TOO_LONG(true),
    TOO_MANY_IMAGES(true), IMAGE_GONE(true), IMAGE_TYPE(true), IMAGE_TOO_HEAVY(true),
    IMAGE_TOO_LARGE(true), ALT_TOO_LONG(true),
    ALT_MISSING(false), DATE_PAST(false), DATE_SKIPPED(false), NO_DATE(false);

    private final boolean blocking;

    Kind(boolean blocking) {
      this.blocking = blocking;
    }

    /** Whether nothing can be submitted before it is mended. */
    public boolean isBlocking() {
      return blocking;
    }
  }

  static Check of(Kind kind) {
    return new Check(kind, null, 0, 0, null);
  }

  static Check of(Kind kind, Proof.Sheet sheet, long found, long allowed) {
    return new Check(kind, sheet, found, allowed, null);
  }

  static Check of(Kind kind, Proof.Sheet sheet, AssetId asset, long found, long allowed) {
    return new Check(kind, sheet, found, allowed, asset);
  }
}
