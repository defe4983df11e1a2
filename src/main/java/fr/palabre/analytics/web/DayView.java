package fr.palabre.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of the book.
 *
 * @param open why its figures may still move; null once they are closed
 * @param after address of the day after; null for today
 * @param version what the writer has before their eyes; 0 for a page nobody wrote on
 */
public record DayView(
    String day,
    String title,
    String before,
    @Nullable String after,
    String month,
    @Nullable String open,
    List<StatView> stats,
    List<AccountRow> accounts,
    List<PostRow> posts,
    String event,
    String remarks,
    int version,
    @Nullable String written) {}
