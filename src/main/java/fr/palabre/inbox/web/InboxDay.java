package fr.palabre.inbox.web;

import static fr.palabre.platform.web.DayItem.Moment.ANSWERS;

import fr.palabre.identity.Member;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers that are due, those that have waited longest first. */
@Component
class InboxDay implements DayItems {
  private static final int SCREENFUL = 30;
  private final ListStore list;

  InboxDay(ListStore list) {
    this.list = list;
  }

  @Override
  @Transactional(readOnly = true)
  public List<DayItem> forDay(Page page, Instant now) {
    if (!(page.viewer() instanceof Member me) || !me.may("INBOX_REPLY")) return List.of();
    return list.page(me, InboxQuery.START).rows().stream()
        .limit(SCREENFUL)
        .flatMap(row -> Stream.ofNullable(row.waitingSince()).map(at -> item(page, row, at)))
        .toList();
  }

  private static DayItem item(Page page, ListRow row, Instant waitingSince) {
    var words = row.excerpt().stream().map(ListRow.Piece::text).collect(Collectors.joining());
    var age = Age.of(page, waitingSince);
    return new DayItem(ANSWERS, 0, row.author(), page.t("inbox.day.detail",
        page.t("inbox.kind." + row.kind()), words), page.to("messagerie/" + row.id()), "message",
        waitingSince, age.tone().equals("wait") ? "waiting" : age.tone());
  }
}
