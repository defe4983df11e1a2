package fr.palabre.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.chart.Bars.Look;
import fr.palabre.analytics.chart.Chart.Drawing;
import fr.palabre.analytics.chart.Mark.Bar;
import fr.palabre.analytics.chart.Mark.Label;
import fr.palabre.analytics.chart.Mark.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayDrawingTest {
  private static final DayAxis AXIS =
      new DayAxis(LocalDate.parse("2026-11-02").datesUntil(LocalDate.parse("2026-11-06")).toList(),
          LocalDate::toString);

  @Test
  void barsStandOnZeroHoweverHighTheyAre() {
    var drawing = bars(day(1000d, Look.FULL), day(1010d, Look.FULL), day(990d, Look.FULL),
        day(1005d, Look.FULL));
    assertThat(labels(drawing)).contains("0");
    var bars = bars(drawing);
    assertThat(bars.get(2).height() / bars.get(1).height()).isBetween(0.97, 0.99);
  }

  @Test
  void whatWasTakenBackHangsBelowTheZeroLine() {
    var bars = bars(bars(day(10d, Look.FULL), day(-5d, Look.FULL), day(0d, Look.FULL),
        day(3d, Look.FULL)));
    assertThat(bars.get(1).y()).isEqualTo(bars.get(0).y() + bars.get(0).height());
  }

  @Test
  void aDayWithoutAReadingIsACrossNotABarOfZero() {
    var drawing = bars(day(10d, Look.FULL), day(null, Look.UNKNOWN), day(null, Look.TO_COME),
        day(3d, Look.FULL));
    assertThat(bars(drawing)).hasSize(2);
    assertThat(lines(drawing, "unknown")).hasSize(1);
  }

  @Test
  void severalDaysInOneAreHatched() {
    var drawing = bars(day(10d, Look.FULL), day(30d, Look.SHARED), day(1d, Look.FULL),
        day(3d, Look.OPEN));
    assertThat(bars(drawing).get(1).css()).contains("thin");
    assertThat(lines(drawing, "s1 thin")).hasSize(1);
    assertThat(bars(drawing).get(3).css()).contains("open");
  }

  @Test
  void aCurveBreaksWhereNothingIsKnown() {
    var drawing = DayDrawing.curves(700, 200, AXIS,
        List.of(new Series("s1", "", Arrays.asList(5d, null, 7d, 8d))), List.of(), String::valueOf);
    var curve = lines(drawing, "s1").getFirst().path();
    assertThat(curve.chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void stepsAreRound() {
    assertThat(Scale.fromZero(0, 87, 0, 100).ticks()).containsExactly(0d, 50d, 100d);
    assertThat(Scale.around(766, 812, 0, 100).ticks()).allMatch(t -> t % 20 == 0);
  }

  private static Bars.Day day(Double value, Look look) {
    return new Bars.Day(value, look, "");
  }

  private static Drawing bars(Bars.Day... days) {
    return DayDrawing.bars(700, 200, AXIS, new Bars("s1", List.of(days)), null, List.of(),
        v -> String.valueOf((long) v));
  }

  private static List<Bar> bars(Drawing drawing) {
    return of(drawing, Bar.class).toList();
  }

  private static List<Line> lines(Drawing drawing, String css) {
    return of(drawing, Line.class).filter(l -> l.css().equals(css)).toList();
  }

  private static List<String> labels(Drawing drawing) {
    return of(drawing, Label.class).map(Label::text).toList();
  }

  private static <T> Stream<T> of(Drawing drawing, Class<T> type) {
    return drawing.marks().stream().filter(type::isInstance).map(type::cast);
  }
}
