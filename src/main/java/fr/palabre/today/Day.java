package fr.palabre.today;

import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.Page;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Someone's day.
 *
 * @param parts what there is to do, in the order of the routine; none is empty
 * @param tomorrow what goes out tomorrow
 */
public record Day(List<Part> parts, List<DayItem> tomorrow) {

  /** What belongs together: answers, journal, validation… */
  public record Part(Moment moment, List<DayItem> items) {
    private static final int AT_FIRST = 8;

    /** Those that fit on a screen. */
    public List<DayItem> first() {
      return items.subList(0, Math.min(AT_FIRST, items.size()));
    }

    public List<DayItem> others() {
      return items.subList(Math.min(AT_FIRST, items.size()), items.size());
    }
  }

  /** Whether nothing is left that asks for this person's hand. */
  public boolean isDone() {
    return parts.stream().allMatch(p -> p.moment() == Moment.GOES_OUT);
  }

  /** "5 personnes attendent une réponse, 2 contenus à valider." */
  public String said(Page page) {
    return parts.stream()
        .filter(part -> part.moment() != Moment.GOES_OUT)
        .map(part -> page.count("today.some." + part.moment(), part.items().size()))
        .collect(Collectors.joining(", ", "", "."));
  }
}
