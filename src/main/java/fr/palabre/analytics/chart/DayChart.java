package fr.palabre.analytics.chart;

import fr.palabre.analytics.chart.Chart.Key;
import fr.palabre.analytics.chart.Chart.Table;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Charts whose horizontal axis is days. */
public final class DayChart {
  private static final int WIDE = 720;
  private static final int NARROW = 360;
  private static final int HEIGHT = 220;

  private DayChart() {}

  public static Chart bars(String title, String label, DayAxis axis, Bars bars,
      @Nullable Series before, List<Note> notes, DoubleFunction<String> number, List<Key> legend,
      Table table) {
    return new Chart(title, label,
        DayDrawing.bars(WIDE, HEIGHT, axis, bars, before, notes, number),
        DayDrawing.bars(NARROW, HEIGHT, axis, bars, before, notes, number), legend, table);
  }

  public static Chart curve(String title, String label, DayAxis axis, Series curve,
      List<Note> notes, DoubleFunction<String> number, Table table) {
    return new Chart(title, label,
        DayDrawing.curves(WIDE, HEIGHT, axis, List.of(curve), notes, number),
        DayDrawing.curves(NARROW, HEIGHT, axis, List.of(curve), notes, number), List.of(), table);
  }
}
