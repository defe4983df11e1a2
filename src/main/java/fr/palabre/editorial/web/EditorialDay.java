package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.platform.web.DayItem;
import fr.palabre.platform.web.DayItem.Moment;
import fr.palabre.platform.web.DayItems;
import fr.palabre.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the day asks of contents: validate, finish. */
@Component
class EditorialDay implements DayItems {
  private static final Duration SOON = Duration.ofHours(48);
  private final ContentLists lists;

  EditorialDay(ContentLists lists) {
    this.lists = lists;
  }

  @Override
  public List<DayItem> forDay(Page page, Instant now) {
    var items = new ArrayList<DayItem>();
    if (!(page.viewer() instanceof Member me) || !me.may(Permission.CONTENT_READ)) return items;
    if (me.may(Permission.CONTENT_APPROVE)) validations(me, page, now, items);
    if (me.may(Permission.CONTENT_WRITE)) drafts(me, page, now, items);
    return items;
  }

  private void validations(Member me, Page page, Instant now, List<DayItem> into) {
    for (var line : lists.waiting(me.workspaceId()).stream().limit(8).toList()) {
      if (me.user().equals(line.submittedBy())) continue;
      var due = at(line);
      var late = due != null && due.isBefore(now.plus(SOON));
      into.add(item(Moment.VALIDATION, late ? 2 : 1, page, line, "editorial.day.validate",
          "check", late ? "late" : "waiting", line.submittedAt()));
    }
  }

  private void drafts(Member me, Page page, Instant now, List<DayItem> into) {
    for (var line : lists.unfinished(me.workspaceId(), now.plus(SOON))) {
      var due = at(line);
      var past = due != null && due.isBefore(now);
      var key = switch (line.stage()) {
        case CHANGES_REQUESTED -> "editorial.day.mend";
        default -> past ? "editorial.day.missed" : "editorial.day.finish";
      };
      into.add(item(Moment.CREATION, past ? 2 : 1, page, line, key, "edit",
          past ? "late" : "waiting", due));
    }
  }

  private static DayItem item(Moment moment, int urgency, Page page, ContentLine line, String key,
      String icon, String tone, @Nullable Instant at) {
    var name = line.name().isEmpty() ? page.t("editorial.untitled") : line.name();
    return new DayItem(moment, urgency, page.t(key, name),
        EditorialWords.when(page, line.planned()), page.to("contenus/" + line.id()), icon, at,
        tone);
  }

  private static @Nullable Instant at(ContentLine line) {
    return line.planned() == null ? null : line.planned().at();
  }
}
