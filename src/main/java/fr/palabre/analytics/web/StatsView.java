package fr.palabre.analytics.web;

import fr.palabre.analytics.chart.Chart;
import fr.palabre.platform.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a period.
 *
 * @param from first day, for the two fields
 * @param versus the period before, in words
 * @param report address that makes a report of the same period
 * @param notes what must be known to read the figures: what is missing, provisional, corrected
 */
public record StatsView(
    List<Choice> periods,
    String from,
    String to,
    String period,
    String versus,
    @Nullable String read,
    List<StatView> stats,
    List<AccountRow> accounts,
    List<Chart> charts,
    List<String> events,
    PostTable posts,
    List<String> notes) {}
