package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Planned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the one button of a page does, and says it does.
 *
 * @param word message key; its argument is when the content goes out
 * @param path below the content's address, where the form goes
 * @param now whether it goes out at once
 * @param planned what the word's argument says
 * @param icon symbol in the sprite
 */
public record Finish(
    String word, String path, boolean now, @Nullable Planned planned, String icon) {

  /** For whoever writes: submit, or, alone in that power, let it go. */
  static Finish writing(Content content, @Nullable Planned planned, boolean alone, Instant now) {
    if (content.stage().isValidated())
      return new Finish("editorial.finish.keep", "", false, planned, "check");
    var past = planned != null && planned.at().isBefore(now);
    if (alone) {
      if (planned == null || past) return publishNow();
      return new Finish("editorial.finish.schedule", "programmation", false, planned, "send");
    }
    if (content.stage() == ContentStage.SUBMITTED)
      return new Finish("editorial.finish.keep", "", false, planned, "check");
    var word = planned == null ? "editorial.finish.submit"
        : past ? "editorial.finish.submitPast" : "editorial.finish.submitFor";
    return new Finish(word, "soumission", false, planned, "check");
  }

  /** For whoever validates. */
  static Finish validating(Content content, Instant now) {
    var planned = content.planned();
    if (planned == null)
      return new Finish("editorial.finish.approve", "validation", false, null, "check");
    return planned.at().isBefore(now)
        ? new Finish("editorial.finish.approveNow", "validation", true, planned, "send")
        : new Finish("editorial.finish.approveFor", "validation", false, planned, "check");
  }

  static Finish publishNow() {
    return new Finish("editorial.finish.now", "publication", true, null, "send");
  }
}
