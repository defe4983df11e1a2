package fr.palabre.analytics.chart;

import fr.palabre.analytics.chart.Bars.Look;
import fr.palabre.analytics.chart.Chart.Drawing;
import fr.palabre.analytics.chart.Mark.Bar;
import fr.palabre.analytics.chart.Mark.Dot;
import fr.palabre.analytics.chart.Mark.Label;
import fr.palabre.analytics.chart.Mark.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Draws days: bars on their zero line, curves that break where nothing is known, what happened. */
final class DayDrawing {
  private static final int LEFT = 48;
  private static final int RIGHT = 8;
  private static final int TOP = 16;
  private static final int BOTTOM = 26;
  private final int width;
  private final int height;
  private final DayAxis axis;
  private final Scale scale;
  private final List<Mark> marks = new ArrayList<>();

  private DayDrawing(int width, int height, DayAxis axis, Scale scale) {
    this.width = width;
    this.height = height;
    this.axis = axis;
    this.scale = scale;
  }

  static Drawing bars(int width, int height, DayAxis axis, Bars bars, @Nullable Series before,
      List<Note> notes, DoubleFunction<String> number) {
    var all = new ArrayList<>(bars.known());
    if (before != null) all.addAll(known(before.values()));
    var scale = Scale.fromZero(low(all), high(all), TOP, height - BOTTOM);
    var drawing = new DayDrawing(width, height, axis, scale);
    drawing.frame(number);
    for (int i = 0; i < bars.days().size(); i++) drawing.bar(bars.css(), i, bars.days().get(i));
    if (before != null) drawing.curve(before);
    return drawing.finished(notes);
  }

  static Drawing curves(int width, int height, DayAxis axis, List<Series> curves,
      List<Note> notes, DoubleFunction<String> number) {
    var all = curves.stream().flatMap(c -> known(c.values()).stream()).toList();
    var scale = Scale.around(low(all), high(all), TOP, height - BOTTOM);
    var drawing = new DayDrawing(width, height, axis, scale);
    drawing.frame(number);
    curves.forEach(drawing::curve);
    return drawing.finished(notes);
  }

  private Drawing finished(List<Note> notes) {
    for (int i = 0; i < notes.size(); i++) note(notes.get(i), i + 1);
    return new Drawing(width, height, List.copyOf(marks));
  }

  private void frame(DoubleFunction<String> number) {
    for (double tick : scale.ticks()) {
      var y = scale.y(tick);
      marks.add(new Line(tick == 0 ? "axis" : "grid-line",
          "M" + Pen.point(LEFT, y) + "H" + Pen.number(width - RIGHT)));
      marks.add(new Label("", LEFT - 6, Pen.rounded(y + 4), "end", number.apply(tick)));
    }
    for (int day : axis.named(width - LEFT - RIGHT)) name(day);
  }

  private void name(int day) {
    boolean last = day == axis.days().size() - 1 && day > 0;
    double x = last ? width - RIGHT : left(day);
    marks.add(new Label("", Pen.rounded(x), height - 8, last ? "end" : "start",
        axis.name().apply(axis.days().get(day))));
  }

  private void bar(String css, int i, Bars.Day day) {
    var value = day.value();
    if (value == null) {
      if (day.look() == Look.UNKNOWN) unknown(i);
      return;
    }
    double y = scale.y(Math.max(value, 0));
    double tall = scale.y(Math.min(value, 0)) - y;
    marks.add(new Bar(css + " " + look(day.look()), Pen.rounded(left(i) + gap()), Pen.rounded(y),
        Pen.rounded(slot() - 2 * gap()), Pen.rounded(tall), day.says()));
    if (day.look() == Look.SHARED) hatch(css, i, y, tall);
  }

  private static String look(Look look) {
    return switch (look) {
      case OPEN -> "open";
      case SHARED -> "thin";
      case FULL, UNKNOWN, TO_COME -> "fill";
    };
  }

  // Strokes from the left or the bottom edge to the right or the top one, all inside the bar.
  private void hatch(String css, int i, double top, double height) {
    double x = left(i) + gap();
    double w = slot() - 2 * gap();
    var path = new StringBuilder();
    for (double offset = 5; offset < w + height; offset += 5) {
      double x1 = Math.max(0, offset - height);
      double y1 = Math.min(offset, height);
      double x2 = Math.min(offset, w);
      double y2 = Math.max(0, offset - w);
      path.append('M').append(Pen.point(x + x1, top + y1))
          .append('L').append(Pen.point(x + x2, top + y2));
    }
    if (!path.isEmpty()) marks.add(new Line(css + " thin", path.toString()));
  }

  private void unknown(int i) {
    double y = scale.y(Math.max(scale.low(), 0)) - 4;
    double x = left(i) + slot() / 2;
    marks.add(new Line("unknown", "M" + Pen.point(x - 2.5, y - 2.5) + "L"
        + Pen.point(x + 2.5, y + 2.5) + "M" + Pen.point(x + 2.5, y - 2.5) + "L"
        + Pen.point(x - 2.5, y + 2.5)));
  }

  private void curve(Series series) {
    var path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < series.values().size() && i < axis.days().size(); i++) {
      var value = series.values().get(i);
      if (value != null) {
        var point = Pen.point(left(i) + slot() / 2, scale.y(value));
        path.append(drawing ? 'L' : 'M').append(point);
        if (alone(series, i)) marks.add(dot(series.css(), left(i) + slot() / 2, scale.y(value)));
      }
      drawing = value != null;
    }
    if (!path.isEmpty()) marks.add(new Line(series.css(), path.toString()));
  }

  /** A day known between two unknown ones would not show on a line. */
  private static boolean alone(Series series, int i) {
    var values = series.values();
    return (i == 0 || values.get(i - 1) == null)
        && (i == values.size() - 1 || values.get(i + 1) == null);
  }

  private static Dot dot(String css, double x, double y) {
    return new Dot(css + " fill", Pen.rounded(x), Pen.rounded(y), 2.5, null);
  }

  private void note(Note note, int number) {
    double x = left(note.day()) + slot() / 2;
    marks.add(new Line("note", "M" + Pen.point(x, TOP) + "V" + Pen.number(height - BOTTOM)));
    marks.add(new Label("mark", Pen.rounded(x), TOP - 4, "middle", String.valueOf(number)));
  }

  private double slot() {
    return (double) (width - LEFT - RIGHT) / axis.days().size();
  }

  private double gap() {
    return Math.min(slot() * 0.15, 6);
  }

  private double left(int day) {
    return LEFT + day * slot();
  }

  private static List<Double> known(List<@Nullable Double> values) {
    return values.stream().filter(Objects::nonNull).toList();
  }

  private static double low(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(0);
  }

  private static double high(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(1);
  }
}
