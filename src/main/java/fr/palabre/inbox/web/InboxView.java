package fr.palabre.inbox.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The standing views; each is a range of the one order in which conversations stand. */
public enum InboxView {
  TO_ANSWER("a-repondre", "reply", 0, Bounds.ANSWERED),
  MINE("les-miens", "user", 0, Bounds.CLOSED),
  WAITING("en-attente", "clock", Bounds.ANSWERED, Bounds.CLOSED),
  CLOSED("clos", "check", Bounds.CLOSED, Long.MAX_VALUE),
  ALL("tout", "message", 0, Long.MAX_VALUE);

  private final String word;
  private final String icon;
  private final long from;
  private final long until;

  InboxView(String word, String icon, long from, long until) {
    this.word = word;
    this.icon = icon;
    this.from = from;
    this.until = until;
  }

  static InboxView of(@Nullable String word, InboxView otherwise) {
    return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst().orElse(otherwise);
  }

  /** As the address says it. */
  public String word() {
    return word;
  }

  public String icon() {
    return icon;
  }

  long from() {
    return from;
  }

  long until() {
    return until;
  }

  /** Where each part of the order begins; the migration that made the order says why. */
  static final class Bounds {
    static final long ANSWERED = 10_000_000_000_000L;
    static final long CLOSED = 20_000_000_000_000L;

    private Bounds() {}
  }
}
