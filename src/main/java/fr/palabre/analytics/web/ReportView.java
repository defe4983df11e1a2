package fr.palabre.analytics.web;

import fr.palabre.analytics.chart.Chart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is read, on the page and on paper: the same words, the same numbers.
 *
 * @param subtitle brand and clock
 * @param lead the sentences it opens with
 * @param read when its figures were read
 * @param state closed, open, or an older version, in words
 * @param hash of the version shown; null for one that is still open
 * @param revised what to say where the networks corrected the figures since; null else
 * @param live its address as one types it
 * @param query what its files are asked with: the older version shown, or nothing
 * @param version of the words, for whoever writes them
 */
public record ReportView(
    UUID id,
    String title,
    String brand,
    String subtitle,
    String period,
    String versus,
    List<String> lead,
    @Nullable String read,
    String state,
    boolean closed,
    @Nullable String hash,
    @Nullable String revised,
    List<StatView> stats,
    List<Chart> charts,
    List<AccountRow> accounts,
    RankingView ranking,
    @Nullable DialogueView dialogue,
    List<String> events,
    String words,
    int version,
    List<String> notes,
    String address,
    String query,
    String live,
    List<OldVersion> versions) {

  public record OldVersion(String label, String href) {}

  /** What was asked and answered, beside the period before. */
  public record DialogueView(List<String> head, List<List<String>> rows) {}
}
