package fr.palabre.publishing.recurrence.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentLine;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.recurrence.Recurrence;
import fr.palabre.publishing.recurrence.RecurrenceRule;
import fr.palabre.publishing.recurrence.Recurrences;
import fr.palabre.publishing.recurrence.Rhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of recurrences what their pages draw. */
@Component
@Transactional(readOnly = true)
class RecurrenceViews {
  private final Recurrences recurrences;
  private final Contents contents;

  RecurrenceViews(Recurrences recurrences, Contents contents) {
    this.recurrences = recurrences;
    this.contents = contents;
  }

  List<RecurrenceView> all(Member me, Page page) {
    return recurrences.running(me.workspaceId()).stream()
        .filter(r -> contents.find(me.workspaceId(), r.model()).isPresent())
        .map(r -> view(me, r, page)).toList();
  }

  RecurrenceView view(Member me, Recurrence recurrence, Page page) {
    var model = contents.content(me.workspaceId(), recurrence.model());
    var from = recurrence.rule().from().isAfter(page.today()) ? recurrence.rule().from()
        : page.today();
    return new RecurrenceView(recurrence.id().toString(), model.id().toString(),
        name(model, page), RuleView.said(recurrence.rule(), page), recurrence.keepsApproval(),
        recurrence.keepsApproval() || recurrences.mayKeepApproval(me, model),
        RuleView.of(recurrence.rule(), from, page),
        recurrences.coming(me, recurrence).stream().map(line -> coming(line, page)).toList());
  }

  /** The form before anything is made: each week, on the day and at the hour of the model. */
  RecurrenceView blank(Member me, ContentId id, Page page) {
    var model = contents.content(me.workspaceId(), id);
    var planned = model.planned();
    var from = planned == null ? page.today().plusDays(1)
        : later(planned.local().toLocalDate().plusDays(7), page.today());
    var at = planned == null ? LocalTime.of(9, 30) : planned.local().toLocalTime();
    var rule = new RecurrenceRule(new Rhythm.Weekly(1, List.of(from.getDayOfWeek())), at, from,
        null, null);
    return new RecurrenceView(null, model.id().toString(), name(model, page), "", false,
        recurrences.mayKeepApproval(me, model), RuleView.of(rule, from, page), List.of());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static String name(Content content, Page page) {
    return content.name().isEmpty() ? page.t("editorial.untitled") : content.name();
  }

  private static RecurrenceView.Coming coming(ContentLine line, Page page) {
    var planned = line.planned();
    var when = planned == null ? page.t("editorial.when.none") : page.date(planned.at());
    return new RecurrenceView.Coming(line.id().toString(), when,
        line.stage().isValidated() || line.stage().isOut() ? "good" : "wait",
        line.stage().isValidated() || line.stage().isOut() ? "check" : "clock",
        page.t("calendar.stage." + line.stage()));
  }
}
