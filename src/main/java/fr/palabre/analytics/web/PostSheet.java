package fr.palabre.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One post: its figures, their formulas, and each reading they come from.
 *
 * @param permalink its address on the network; null if unknown
 * @param metrics the names of the columns of the readings
 */
public record PostSheet(
    String excerpt,
    String icon,
    String account,
    String published,
    String format,
    @Nullable String permalink,
    @Nullable String gone,
    List<StatView> stats,
    List<RateView> rates,
    String counted,
    List<String> metrics,
    List<ReadingRow> readings) {

  public record ReadingRow(String age, String at, List<FigureView> figures) {}
}
