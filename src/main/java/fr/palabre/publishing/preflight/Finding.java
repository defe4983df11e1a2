package fr.palabre.publishing.preflight;

/**
 * Something that stands in the way of a post that waits.
 *
 * @param detail which, where there may be several: a link, a date; may be empty
 */
public record Finding(Kind kind, String detail) {
  static final int LONGEST = 300;

  public Finding {
    if (detail.length() > LONGEST) detail = detail.substring(0, LONGEST);
  }

  static Finding of(Kind kind) {
    return new Finding(kind, "");
  }

  /** The names are stored. */
  public enum Kind {
    /** Its account must be connected again. */
    DISCONNECTED,
    /** What opens its account ends before it goes out. */
    ACCESS_ENDS,
    /** Its account was connected without all it needs. */
    PERMISSION,
    /** Its network no longer publishes from here. */
    ABILITY,
    /** Its network would not take so much then. */
    QUOTA,
    /** Its words or images do not fit what its network accepts now. */
    CONTENT,
    /** A link in it does not answer. */
    LINK,
    /** It is no longer what was validated. */
    APPROVAL
  }
}
