package fr.palabre.analytics.chart;

import java.util.ArrayList;
import java.util.List;

/** Values to heights, on round steps that a reader can halve. */
record Scale(double low, double high, double step, double top, double bottom) {
  private static final int STEPS = 4;

  /** For bars: zero always stands on it. */
  static Scale fromZero(double low, double high, double top, double bottom) {
    return round(Math.min(0, low), Math.max(0, high), top, bottom);
  }

  /** For lines: as near the values as round steps allow. */
  static Scale around(double low, double high, double top, double bottom) {
    return low == high ? round(low - 1, high + 1, top, bottom) : round(low, high, top, bottom);
  }

  private static Scale round(double low, double high, double top, double bottom) {
    double step = step(Math.max(high - low, 1));
    return new Scale(Math.floor(low / step) * step,
        Math.max(Math.ceil(high / step) * step, Math.floor(low / step) * step + step), step, top,
        bottom);
  }

  private static double step(double span) {
    double rough = span / STEPS;
    double power = Math.max(1, Math.pow(10, Math.floor(Math.log10(rough))));
    for (double factor : new double[] {1, 2, 5})
      if (factor * power >= rough) return factor * power;
    return 10 * power;
  }

  double y(double value) {
    return bottom - (value - low) / (high - low) * (bottom - top);
  }

  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    for (double tick = low; tick <= high + step / 2; tick += step) ticks.add(tick);
    return ticks;
  }
}
