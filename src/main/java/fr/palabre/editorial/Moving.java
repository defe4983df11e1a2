package fr.palabre.editorial;

/** What became of a wish to change a date. */
public sealed interface Moving {
  record Moved(Content content) implements Moving {}

  record Refused(Content content, Reason reason) implements Moving {}

  enum Reason {
    /** It left, was cancelled or deleted. */
    CLOSED,
    /** It is validated, and this person may not decide when things go out. */
    NOT_ALLOWED,
    /** It is validated: a date gone by would send it at once. */
    PAST
  }
}
