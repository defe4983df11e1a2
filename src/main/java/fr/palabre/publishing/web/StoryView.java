package fr.palabre.publishing.web;

import fr.palabre.publishing.web.BoardView.AccountMark;
import fr.palabre.publishing.web.BoardView.Act;
import fr.palabre.publishing.web.BoardView.Mark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post, or one act, from its planning to now.
 *
 * @param when its hour on the wall, with its zone where that differs
 * @param shift what a change of the clock did to it; empty if nothing
 * @param gone whether its network no longer shows it
 * @param elsewhere its messages that say there what was not sent, or are gone
 * @param content address of what it says; null for what is no content
 * @param permalink where it is on its network; null if unknown
 * @param post null for what is no post, or where nothing is left to do with it
 */
public record StoryView(
    String name,
    AccountMark account,
    Mark mark,
    String when,
    String shift,
    boolean gone,
    List<Compared> elsewhere,
    @Nullable String content,
    @Nullable String permalink,
    List<Part> parts,
    @Nullable PostActs post) {

  /**
   * One act of it and what became of it.
   *
   * @param asked who wanted it, in words; empty for what was validated
   * @param reason why it stands where it does; empty once all is well
   */
  public record Part(
      String title, Mark mark, String asked, String text, int images, String reason, String fault,
      List<Act> acts, List<Step> steps) {}

  public record Step(String tone, String icon, String words, Instant at) {}

  /**
   * What one may do with a post now.
   *
   * @param local its hour, as the browser's field writes it
   * @param corrections the messages whose words may be changed, if their network lets one
   * @param limits what its network lets one do afterwards, in words
   * @param misfits accounts of its content whose network would not take it at its hour
   */
  public record PostActs(
      UUID id, boolean waiting, boolean out, boolean leaving, String local,
      List<Correction> corrections, boolean removable, String limits,
      List<Misfit> misfits) {}

  /** @param instead an hour that would do, as the browser's field writes it; empty if none is known */
  public record Misfit(String words, String instead) {}

  /**
   * A message beside what its network shows.
   *
   * @param place which one of its thread, in words; empty if it is alone
   * @param told what happened, when it was seen, and what was decided
   * @param theirs null if it is no longer there
   * @param acts empty once it is settled
   */
  public record Compared(
      String place, String told, boolean open, Marked ours, @Nullable Marked theirs,
      List<Act> acts) {}

  /** @param place which one of its thread, in words; empty if it is alone */
  public record Correction(UUID part, String place, String text, int longest) {}
}
