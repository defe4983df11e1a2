package fr.palabre.editorial.web;

import fr.palabre.editorial.Approvers.Standing;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content as it is read and decided upon.
 *
 * @param standing whether the reader may validate it
 * @param finish what validating does; null if it does not wait for the reader
 * @param changes since it was last validated; empty if it never was, or did not change
 * @param fates what became of it on each account, once something did
 */
public record Reading(
    Content content,
    Proof proof,
    Standing standing,
    @Nullable Finish finish,
    List<Change> changes,
    List<Fate> fates,
    List<StoryLine> story,
    String author) {

  public String path() {
    return "contenus/" + content.id();
  }

  public boolean decides() {
    return finish != null;
  }
}
