package fr.palabre.publishing.evergreen.web;

import static java.util.stream.Collectors.joining;

import fr.palabre.identity.Member;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.evergreen.Candidate;
import fr.palabre.publishing.evergreen.Coming;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import fr.palabre.publishing.evergreen.Outlook;
import fr.palabre.publishing.slot.SlotQueues;
import fr.palabre.publishing.slot.WeekSlot;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of evergreen queues what their pages draw. */
@Component
@Transactional(readOnly = true)
class EvergreenViews {
  private final EvergreenQueues queues;
  private final SlotQueues slots;
  private final Outlook outlook;

  EvergreenViews(EvergreenQueues queues, SlotQueues slots, Outlook outlook) {
    this.queues = queues;
    this.slots = slots;
    this.outlook = outlook;
  }

  /** Each with its next hour only. */
  List<EvergreenView> all(Member me, Page page) {
    return queues.all(me.workspaceId()).stream()
        .map(queue -> view(me, queue, outlook.next(me, queue), page)).toList();
  }

  EvergreenView view(Member me, EvergreenQueue queue, Page page) {
    return view(me, queue, outlook.coming(me, queue), page);
  }

  private EvergreenView view(Member me, EvergreenQueue queue, List<Coming> coming, Page page) {
    var rows = new Rows(queue, page);
    var contents = outlook.contents(me, queue);
    return new EvergreenView(queue.id().toString(), queue.name(), queue.paused(), queue.spacing(),
        said(queue, page), advice(queue, contents, page),
        queue.slots().stream().map(slot -> new EvergreenView.Hour(slot.day().getValue(),
            slot.at().toString(), said(slot, page))).toList(),
        offered(me, queue, page), days(page), rows.coming(coming),
        contents.stream().map(rows::content).toList());
  }

  private static String said(EvergreenQueue queue, Page page) {
    var hours = queue.slots().stream().map(slot -> said(slot, page)).collect(joining(", "));
    return page.t("evergreen.said", hours.isEmpty() ? page.t("evergreen.noHour") : hours,
        queue.spacing().distance());
  }

  private static String advice(EvergreenQueue queue, List<Candidate> contents, Page page) {
    if (queue.slots().isEmpty()) return "";
    var today = page.today();
    var living = contents.stream().filter(c -> !c.isOver(today)).count();
    return page.t(living < queue.enough() ? "evergreen.advice.few" : "evergreen.advice.enough",
        page.count("evergreen.perWeek", queue.slots().size()), queue.spacing().distance(),
        page.count("evergreen.contents", queue.enough()), page.number(living));
  }

  // Hours that queues have already, and this one not.
  private List<Choice> offered(Member me, EvergreenQueue queue, Page page) {
    return slots.all(me.workspaceId()).stream().flatMap(q -> q.slots().stream()).distinct()
        .filter(slot -> !queue.slots().contains(slot)).sorted()
        .map(slot -> new Choice(slot.day().getValue() + " " + slot.at(), said(slot, page)))
        .toList();
  }

  private static List<Choice> days(Page page) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new Choice(Integer.toString(day.getValue()), name(day, page))).toList();
  }

  static String said(WeekSlot slot, Page page) {
    return name(slot.day(), page) + " " + page.formats().time(slot.at());
  }

  private static String name(DayOfWeek day, Page page) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, page.locale());
  }
}
