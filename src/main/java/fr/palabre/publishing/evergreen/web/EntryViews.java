package fr.palabre.publishing.evergreen.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.ContentLists;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.ListFilter;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.Evergreens;
import fr.palabre.publishing.evergreen.Outlook;
import fr.palabre.publishing.web.StageMark;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of a queue's contents, and of those it may get, what their pages draw. */
@Component
@Transactional(readOnly = true)
class EntryViews {
  private static final int CHOICES = 20;
  private static final int LOOKED_AT = 200;
  private final Evergreens evergreens;
  private final Outlook outlook;
  private final ContentLists lists;

  EntryViews(Evergreens evergreens, Outlook outlook, ContentLists lists) {
    this.evergreens = evergreens;
    this.outlook = outlook;
    this.lists = lists;
  }

  EntryView view(Member me, EvergreenQueue queue, ContentId id, Page page) {
    var candidate = outlook.contents(me, queue).stream()
        .filter(c -> c.content().id().equals(id)).findFirst()
        .orElseThrow(() -> new NoSuchElementException("No content " + id));
    var entry = candidate.entry();
    var until = entry.season().until();
    return new EntryView(queue.id().toString(), queue.name(), id.toString(),
        new Rows(queue, page).content(candidate), entry.season().most(),
        until == null ? "" : until.toString(), entry.keepsApproval(),
        entry.keepsApproval() || evergreens.mayKeepApproval(me, id));
  }

  /** What stands in no queue yet: what is out first to choose from when no words are asked. */
  List<EvergreenView.Row> choices(Member me, String words, Page page) {
    var stage = words.isBlank() ? ContentStage.PUBLISHED : null;
    var found = lists.recent(me.workspaceId(), new ListFilter(stage, null, words), null, LOOKED_AT);
    var shown = found.isEmpty() && words.isBlank()
        ? lists.recent(me.workspaceId(), new ListFilter(null, null, ""), null, LOOKED_AT) : found;
    return shown.stream().filter(line -> line.stage() != ContentStage.CANCELLED)
        .filter(line -> evergreens.isFree(me, line.id())).limit(CHOICES)
        .map(line -> choice(line, page)).toList();
  }

  private static EvergreenView.Row choice(ContentLine line, Page page) {
    var mark = StageMark.of(line.stage(), page);
    var planned = line.planned();
    return new EvergreenView.Row(mark.tone(), mark.icon(), mark.word(),
        line.name().isEmpty() ? page.t("editorial.untitled") : line.name(), line.id().toString(),
        planned == null ? page.t("editorial.when.none") : page.date(planned.at()));
  }
}
