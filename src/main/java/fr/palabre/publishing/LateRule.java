package fr.palabre.publishing;

import java.time.Duration;
import java.time.Instant;

/**
 * How late a post may still go out by itself, and what becomes of it beyond.
 *
 * @param atMost none at all where it is zero
 */
public record LateRule(Duration atMost, Then then) {
  public static final LateRule USUAL = new LateRule(Duration.ofHours(2), Then.ASK);

  public LateRule {
    if (atMost.isNegative()) throw new IllegalArgumentException("Nothing is late before its hour");
  }

  /** The names are stored. */
  public enum Then {
    /** Somebody says whether it still goes out. */
    ASK,
    /** It is left out, in sight. */
    SKIP
  }

  Instant latest(Instant due) {
    return due.plus(atMost);
  }

  boolean skips() {
    return then == Then.SKIP;
  }
}
