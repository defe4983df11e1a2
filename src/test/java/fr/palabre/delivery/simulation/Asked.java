package fr.palabre.delivery.simulation;

/**
 * What a request wants.
 *
 * @param item which of the history's acts it is for; -1 if that cannot be told
 */
record Asked(Kind kind, int item) {
  enum Kind {
    /** A message is to appear. */
    PUBLISH,
    /** Something else changes that people see. */
    ACT,
    READ, UPLOAD, RENEW
  }

  boolean isSeen() {
    return kind == Kind.PUBLISH || kind == Kind.ACT;
  }
}
