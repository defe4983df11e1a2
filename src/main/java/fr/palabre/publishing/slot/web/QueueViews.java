package fr.palabre.publishing.slot.web;

import static java.util.stream.Collectors.joining;

import fr.palabre.identity.Member;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.PublishesPosts;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.QueuePlace;
import fr.palabre.publishing.slot.SlotQueue;
import fr.palabre.publishing.slot.SlotQueues;
import fr.palabre.publishing.web.StageMark;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of queues what their page draws. */
@Component
@Transactional(readOnly = true)
class QueueViews {
  private final SlotQueues queues;
  private final Placing placing;
  private final Accounts accounts;

  QueueViews(SlotQueues queues, Placing placing, Accounts accounts) {
    this.queues = queues;
    this.placing = placing;
    this.accounts = accounts;
  }

  List<QueueView> all(Member me, Page page) {
    return queues.all(me.workspaceId()).stream().map(queue -> view(me, queue, page)).toList();
  }

  QueueView view(Member me, SlotQueue queue, Page page) {
    var line = placing.line(me, queue);
    var next = placing.next(me, queue, queue.accounts()).map(when -> said(when, page));
    var choices = accounts(me, queue.accounts().stream().map(a -> a.value().toString()).toList());
    return new QueueView(queue.id().toString(), queue.name(), queue.paused(), next.orElse(null),
        choices.stream().filter(Choice::chosen).map(Choice::label).collect(joining(", ")),
        Arrays.stream(DayOfWeek.values()).map(day -> day(queue, day, page)).toList(),
        IntStream.range(0, line.size()).mapToObj(i -> standing(line.get(i), i, page)).toList(),
        choices);
  }

  /** The accounts that publish, to choose from. */
  List<Choice> accounts(Member me, List<String> chosen) {
    return accounts.connected(me.workspaceId()).stream()
        .filter(account -> accounts.can(account, PublishesPosts.class))
        .map(account -> new Choice(account.id().toString(), named(account),
            chosen.contains(account.id().toString())))
        .toList();
  }

  /** "lun. 23 nov., 9 h 30", with what a clock change makes of it. */
  static String said(WallClock when, Page page) {
    return page.date(when.instant());
  }

  private String named(ConnectedAccount account) {
    return account.displayName() + " · " + accounts.connector(account.network()).name();
  }

  private static QueueView.Day day(SlotQueue queue, DayOfWeek day, Page page) {
    var hours = queue.slots().stream().filter(slot -> slot.day() == day)
        .map(slot -> new QueueView.Hour(slot.at().toString(), page.formats().time(slot.at())))
        .toList();
    return new QueueView.Day(day.getValue(), name(day, page), hours);
  }

  static String name(DayOfWeek day, Page page) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, page.locale());
  }

  private static QueueView.Standing standing(QueuePlace place, int index, Page page) {
    var content = place.content();
    var at = place.at();
    var name = content.name().isEmpty() ? page.t("editorial.untitled") : content.name();
    var mark = StageMark.of(content.stage(), page);
    return new QueueView.Standing(content.id().toString(), index, name,
        at == null ? null : said(WallClock.of(at, page.zone()), page), mark.tone(), mark.icon(),
        mark.word());
  }
}
