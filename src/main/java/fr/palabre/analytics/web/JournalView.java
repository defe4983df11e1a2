package fr.palabre.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of the book of days.
 *
 * @param before address of the month before
 * @param after address of the month after; null for the current one
 */
public record JournalView(String month, String before, @Nullable String after, List<Row> days) {

  /**
   * @param event what happened that explains figures; may be empty
   * @param remarks first words of what was remarked; may be empty
   */
  public record Row(String day, String href, boolean today, FigureView followers, String gained,
      String posts, FigureView interactions, String event, String remarks) {}
}
