package fr.palabre.analytics.web;

import fr.palabre.platform.web.Choice;
import java.util.List;

/**
 * The reports of a brand, and what it takes to begin one.
 *
 * @param ready periods a report is most often made of; the value is what the form sends
 */
public record ReportList(List<Row> reports, List<Choice> ready, String from, String to) {
  /**
   * @param words first words of the community manager's; may be empty
   */
  public record Row(String title, String href, String state, boolean closed, String words) {}
}
