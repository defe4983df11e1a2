package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.DayCount;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.bilan.Overviews;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.journal.DayNote;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.Posts;
import fr.palabre.analytics.web.JournalView.Row;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the month of the journal. */
@Component
class JournalViews {
  private final Overviews overviews;
  private final Posts posts;
  private final Journal journal;

  JournalViews(Overviews overviews, Posts posts, Journal journal) {
    this.overviews = overviews;
    this.posts = posts;
    this.journal = journal;
  }

  JournalView month(Member me, YearMonth month, Page page) {
    var period = Period.month(month);
    var overview = overviews.of(me.workspace(), period);
    var notes = journal.notes(me.workspaceId(), period).stream()
        .collect(Collectors.toMap(DayNote::day, n -> n));
    var published = posts.published(me.workspaceId(),
            period.from().atStartOfDay(page.zone()).toInstant(),
            period.to().plusDays(1).atStartOfDay(page.zone()).toInstant()).stream()
        .collect(Collectors.groupingBy(p -> day(p, page.zone()), Collectors.counting()));
    var today = StatsViews.lastDay(page);
    var rows = period.each().filter(d -> !d.isAfter(today)).toList().reversed().stream()
        .map(d -> row(d, overview, published, notes, page)).toList();
    return new JournalView(page.formats().month(month.atDay(1)), href(month.minusMonths(1), page),
        month.isBefore(YearMonth.from(today)) ? href(month.plusMonths(1), page) : null, rows);
  }

  private static Row row(LocalDate day, Overview overview, Map<LocalDate, Long> published,
      Map<LocalDate, DayNote> notes, Page page) {
    var say = new Say(page);
    int i = day.getDayOfMonth() - 1;
    var followers = followers(overview, i);
    var gained = followers.minus(i == 0 ? atStart(overview) : followers(overview, i - 1));
    var note = notes.get(day);
    return new Row(page.formats().day(day), page.to("journal/" + day),
        day.equals(StatsViews.lastDay(page)), say.figure(followers),
        gained.known() && !gained.partial() ? say.signed(gained) : "",
        say.number(published.getOrDefault(day, 0L)),
        say.figure(Charts.interactions(overview).get(i).figure()),
        note == null ? "" : note.event(), note == null ? "" : note.remarks());
  }

  private static Figure followers(Overview overview, int day) {
    return Figure.sum(overview.accounts().stream()
        .map(a -> a.followersByDay().get(day)).map(DayCount::figure).toList(),
        Missing.BEFORE_CONNECTION);
  }

  private static Figure atStart(Overview overview) {
    return Figure.sum(overview.accounts().stream().map(AccountFigures::followersAtStart).toList(),
        Missing.BEFORE_CONNECTION);
  }

  private static LocalDate day(KnownPost post, ZoneId zone) {
    return LocalDate.ofInstant(post.publishedAt(), zone);
  }

  private static String href(YearMonth month, Page page) {
    return page.to("journal?mois=" + month);
  }

  static List<PostRow> posts(List<KnownPost> posts, Overview overview, Say say) {
    return posts.stream()
        .map(p -> PostRow.of(say, p, overview.account(p.account().value()))).toList();
  }
}
