package fr.palabre.analytics.bilan;

import java.time.Instant;

/**
 * A report as it was when it was closed.
 *
 * @param hash SHA-256 of what is kept, by which anyone may check that it did not change
 */
public record Frozen(int number, Instant frozenAt, String hash, Content content) {
  /** What is kept, word for word and figure for figure. */
  public record Content(Bilan bilan, String words) {}
}
