package fr.palabre.publishing;

/** Where a scheduled post stands, all its parts together. The names are stored. */
public enum PostState {
  WAITING, SENDING, IN_DOUBT, REFUSED, OUT, CANCELLED,
  /** Its hour was missed by more than was allowed, and it was to be left out then. */
  SKIPPED,
  /** It was out, and was deleted from here. */
  REMOVED
}
