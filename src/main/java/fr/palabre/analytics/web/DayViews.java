package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.bilan.Overviews;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.Member;
import fr.palabre.network.DialogueFigures;
import fr.palabre.platform.web.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the sheet of a day: it fills itself, and leaves room for a person's remarks. */
@Component
class DayViews {
  private final Overviews overviews;
  private final Posts posts;
  private final Journal journal;
  private final ObjectProvider<DialogueFigures> dialogue;

  DayViews(Overviews overviews, Posts posts, Journal journal,
      ObjectProvider<DialogueFigures> dialogue) {
    this.overviews = overviews;
    this.posts = posts;
    this.journal = journal;
    this.dialogue = dialogue;
  }

  DayView day(Member me, LocalDate day, Page page) {
    var say = new Say(page);
    var overview = overviews.of(me.workspace(), new Period(day, day));
    var from = day.atStartOfDay(page.zone()).toInstant();
    var to = day.plusDays(1).atStartOfDay(page.zone()).toInstant();
    var out = posts.published(me.workspaceId(), from, to);
    var note = journal.note(me.workspaceId(), day).orElse(null);
    var today = StatsViews.lastDay(page);
    return new DayView(day.toString(), page.formats().longDay(day),
        page.to("journal/" + day.minusDays(1)),
        day.isBefore(today) ? page.to("journal/" + day.plusDays(1)) : null,
        page.to("journal?mois=" + YearMonth.from(day)), open(day, today, overview, page),
        stats(me, day, overview, say),
        overview.accounts().stream().map(a -> AccountRow.of(say, a, Change.NONE)).toList(),
        JournalViews.posts(out, overview, say), note == null ? "" : note.event(),
        note == null ? "" : note.remarks(), note == null ? 0 : note.version(),
        note == null ? null : page.t("analytics.journal.written", page.date(note.writtenAt())));
  }

  private static @Nullable String open(LocalDate day, LocalDate today, Overview overview,
      Page page) {
    if (!day.isBefore(today)) return page.t("analytics.journal.open");
    return overview.coverage().observed() == 0 ? page.t("analytics.journal.unread") : null;
  }

  private List<StatView> stats(Member me, LocalDate day, Overview overview, Say say) {
    var page = say.page();
    var stats = new ArrayList<StatView>();
    stats.add(stat(page.t("analytics.followers"), overview.followers(), gained(overview, say), say));
    stats.add(stat(page.t("analytics.interactions"), overview.interactions(), parts(overview, say),
        say));
    stats.add(stat(page.t("analytics.posts"), Figure.of(overview.posts()), "", say));
    dialogue.ifAvailable(figures -> stats.addAll(dialogue(figures.of(me.workspaceId(),
        day.atStartOfDay(page.zone()).toInstant(),
        day.plusDays(1).atStartOfDay(page.zone()).toInstant()), say)));
    return stats;
  }

  private static List<StatView> dialogue(DialogueFigures.Figures figures, Say say) {
    var page = say.page();
    var delay = figures.medianDelay();
    return List.of(
        stat(page.t("analytics.journal.inbound"), Figure.of(figures.inbound()), "", say),
        stat(page.t("analytics.journal.answered"), Figure.of(figures.answered()), "", say),
        new StatView(page.t("analytics.journal.delay"), say.delay(delay), null,
            delay == null ? List.of(page.t("analytics.journal.nodelay"))
                : figures.p90Delay() == null ? List.of()
                : List.of(page.t("analytics.journal.p90", say.delay(figures.p90Delay())))));
  }

  private static StatView stat(String name, Figure figure, String note, Say say) {
    var notes = new ArrayList<String>();
    if (!note.isEmpty()) notes.add(note);
    if (!say.why(figure).isEmpty()) notes.add(say.why(figure));
    return new StatView(name, say.number(figure), null, notes);
  }

  private static String gained(Overview overview, Say say) {
    var gained = overview.gained();
    return gained.known() && gained.missing() == null
        ? say.page().t("analytics.journal.gained", say.signed(gained)) : "";
  }

  /** How many are corrections, where some are. */
  private static String parts(Overview overview, Say say) {
    long corrections = overview.accounts().stream()
        .mapToLong(AccountFigures::corrections).sum();
    return corrections < 0
        ? say.page().t("analytics.journal.corrections", say.number(corrections)) : "";
  }
}
