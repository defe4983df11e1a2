package fr.palabre.analytics.chart;

import java.util.List;

/**
 * A drawing, the same for page and paper, with the figures it shows.
 *
 * @param label what it shows, for those who do not see it
 * @param wide for desk and paper
 * @param narrow for the phone: the same figures in half the width
 */
public record Chart(
    String title, String label, Drawing wide, Drawing narrow, List<Key> legend, Table table) {

  public record Drawing(int width, int height, List<Mark> marks) {}

  /**
   * @param css class of the line or the bar it explains
   * @param bar whether it is one
   */
  public record Key(String css, boolean bar, String text) {}

  /** What is drawn, in figures; the first cell of a row names it. */
  public record Table(List<String> head, List<List<String>> rows) {}
}
