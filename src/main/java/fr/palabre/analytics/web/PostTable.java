package fr.palabre.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of posts.
 *
 * @param columns those it may be sorted by, with the address that does
 * @param after address of the next page; null on the last
 * @param first address of the first page; null there
 */
public record PostTable(List<Column> columns, List<PostRow> rows, @Nullable String first,
    @Nullable String after) {

  /**
   * @param note the formula of what stands in it; may be empty
   * @param css how it is set
   */
  public record Column(
      String name, String href, boolean chosen, String note, @Nullable String css) {}
}
