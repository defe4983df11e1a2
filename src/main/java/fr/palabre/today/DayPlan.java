package fr.palabre.today;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.naturalOrder;

import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import fr.palabre.today.Day.Part;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what each room has for someone's day. */
@Component
class DayPlan {
  private static final Comparator<DayItem> MOST_URGENT_FIRST =
      comparing(DayItem::urgency).reversed()
          .thenComparing(DayItem::at, nullsLast(naturalOrder()));
  private final ObjectProvider<DayItems> rooms;

  DayPlan(ObjectProvider<DayItems> rooms) {
    this.rooms = rooms;
  }

  Day of(Page page) {
    var all = rooms.stream().flatMap(room -> room.forDay(page, page.now()).stream()).toList();
    var parts = Routine.at(page.now().atZone(page.zone()).toLocalTime()).stream()
        .map(moment -> new Part(moment, of(moment, all)))
        .filter(part -> !part.items().isEmpty())
        .toList();
    return new Day(parts, goingOut(page, page.today().plusDays(1)));
  }

  private static List<DayItem> of(Moment moment, List<DayItem> all) {
    return all.stream().filter(i -> i.moment() == moment).sorted(MOST_URGENT_FIRST).toList();
  }

  private List<DayItem> goingOut(Page page, LocalDate day) {
    var morning = day.atStartOfDay(page.zone()).toInstant();
    return rooms.stream()
        .flatMap(room -> room.forDay(page, morning).stream())
        .filter(item -> item.moment() == Moment.GOES_OUT && item.at() != null
            && item.at().atZone(page.zone()).toLocalDate().equals(day))
        .sorted(MOST_URGENT_FIRST)
        .toList();
  }
}
