package fr.palabre.inbox.web;

import fr.palabre.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing in a thread, in its order: something said, a note, a decision. */
public sealed interface Line {
  Instant at();

  /**
   * Something said to or by the public.
   *
   * @param before what it said before its author changed it, oldest first
   * @param state what became of ours: SENDING, SENT, REFUSED, UNKNOWN, WITHDRAWN
   * @param refusal why the network refused it, as one of the engine's reasons
   * @param refusalWords the network's own words
   * @param fresh whether it came after the reader last looked
   */
  record Said(
      UUID id,
      boolean ours,
      String author,
      String handle,
      boolean written,
      String text,
      @Nullable String permalink,
      List<String> media,
      Instant at,
      boolean edited,
      boolean deleted,
      List<String> before,
      @Nullable String state,
      @Nullable String refusal,
      @Nullable String refusalWords,
      int likes,
      @Nullable String liked,
      boolean fresh)
      implements Line {
    public boolean is(String wanted) {
      return wanted.equals(state);
    }
  }

  /** What a member wrote for the team alone. */
  record Noted(String text, String by, Instant at) implements Line {}

  /**
   * What a member decided.
   *
   * @param detail to whom, or why without an answer; may be empty
   */
  record Decided(String kind, String detail, String by, Instant at, boolean undone)
      implements Line {
    /** The detail as people say it. */
    public String said(Page page) {
      return kind.equals("CLOSED") && !detail.isEmpty()
          ? page.t("inbox.noanswer." + detail) : detail;
    }
  }
}
