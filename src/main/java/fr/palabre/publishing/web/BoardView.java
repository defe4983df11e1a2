package fr.palabre.publishing.web;

import fr.palabre.platform.web.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The publication board.
 *
 * @param thawed posts that wait for a word since a thaw; several may be decided at once
 */
public record BoardView(
    List<FreezeLine> freezes,
    List<Section> sections,
    List<Choice> thawed,
    List<Choice> freezable,
    List<Choice> latest,
    List<Choice> thens,
    boolean mayPublish,
    boolean mayFreeze) {

  public boolean isQuiet() {
    return sections.stream().allMatch(s -> s.rows().isEmpty());
  }

  /** @param key of its words; @param tone of its count */
  public record Section(String key, String tone, List<Row> rows) {}

  /**
   * @param address of the story; null where there is none to show
   * @param reason why it stands there, in plain words
   * @param fault whose doing it is; empty if nobody's
   */
  public record Row(
      @Nullable String address,
      String name,
      String excerpt,
      AccountMark account,
      Instant at,
      Mark mark,
      String reason,
      String fault,
      List<Act> acts) {}

  public record AccountMark(String name, String handle, String network, String networkName) {}

  /** A state as the design system draws it. */
  public record Mark(String tone, String icon, String word) {}

  /**
   * What one can do about it.
   *
   * @param choice sent with a form; null for a link
   * @param question asked first; null if the act can be undone or harms nothing
   */
  public record Act(
      String word, String address, @Nullable String choice, boolean primary,
      @Nullable String question) {}

  /** @param account null for the whole brand */
  public record FreezeLine(
      UUID id, @Nullable String account, String reason, String by, Instant since) {}
}
