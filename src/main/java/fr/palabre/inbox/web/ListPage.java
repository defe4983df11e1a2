package fr.palabre.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param next where the next one begins; null after the last
 * @param tooMany whether a search found more than it can put in order
 */
public record ListPage(List<ListRow> rows, InboxQuery.@Nullable Cursor next, boolean tooMany) {
  public static final int SIZE = 50;
}
