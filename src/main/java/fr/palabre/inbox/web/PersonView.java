package fr.palabre.inbox.web;

import fr.palabre.community.PersonSheet;
import java.time.Instant;
import java.util.List;

/**
 * Whom one talks with.
 *
 * @param messages how many messages they wrote to the brand, counted up to a thousand
 * @param follows whether they follow one of its accounts
 * @param lately their last words elsewhere, newest first
 */
public record PersonView(
    PersonSheet sheet, int messages, boolean follows, List<Word> lately) {

  /** Something they said in another conversation. */
  public record Word(String conversation, String network, String text, Instant at) {}
}
