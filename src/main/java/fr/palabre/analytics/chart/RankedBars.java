package fr.palabre.analytics.chart;

import fr.palabre.analytics.chart.Chart.Drawing;
import fr.palabre.analytics.chart.Chart.Table;
import fr.palabre.analytics.chart.Mark.Bar;
import fr.palabre.analytics.chart.Mark.Label;
import fr.palabre.analytics.chart.Mark.Line;
import java.util.ArrayList;
import java.util.List;

/** Bars lying down, in the order given, from a common zero line; each with its name and value. */
public final class RankedBars {
  private static final int WIDE = 720;
  private static final int NARROW = 360;
  private static final int ROW = 40;
  private static final int THICK = 14;

  private RankedBars() {}

  public record Row(String name, double value, String text) {}

  public static Chart chart(String title, String label, List<Row> rows, Table table) {
    return new Chart(title, label, draw(WIDE, rows), draw(NARROW, rows), List.of(), table);
  }

  private static Drawing draw(int width, List<Row> rows) {
    var marks = new ArrayList<Mark>();
    double high = rows.stream().mapToDouble(Row::value).max().orElse(1);
    int room = width - 80;
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      double y = i * ROW;
      double length = high <= 0 ? 0 : Math.max(row.value(), 0) / high * room;
      marks.add(new Label("", 0, y + 14, "start", row.name()));
      marks.add(new Bar("s1 fill", 0, y + 20, Pen.rounded(length), THICK, null));
      marks.add(new Label("mark", Pen.rounded(length + 6), y + 31, "start", row.text()));
    }
    int height = rows.size() * ROW;
    marks.add(new Line("axis", "M0 0V" + height));
    return new Drawing(width, height, List.copyOf(marks));
  }
}
