package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Bilans;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.chart.Chart;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.series.BrandDay;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.PostQuery;
import fr.palabre.analytics.series.PostQuery.Cursor;
import fr.palabre.analytics.series.PostQuery.Sort;
import fr.palabre.analytics.series.Posts;
import fr.palabre.analytics.web.PostTable.Column;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of statistics. */
@Component
class StatsViews {
  private static final int A_PAGE = 25;
  private static final List<String> PERIODS = List.of("7", "28", "90", "mois", "mois-dernier");
  private final Bilans bilans;
  private final Posts posts;

  StatsViews(Bilans bilans, Posts posts) {
    this.bilans = bilans;
    this.posts = posts;
  }

  StatsView view(Member me, StatsQuery query, Page page) {
    var period = query.period().period(lastDay(page));
    var bilan = bilans.of(me.workspace(), period);
    var say = new Say(page);
    var readAt = bilan.now().readAt();
    return new StatsView(periods(query, page), period.from().toString(), period.to().toString(),
        say.period(period), say.period(bilan.before().period()),
        readAt == null ? null : page.ago(readAt), new Headlines(say, bilan).stats(),
        rows(say, bilan), charts(say, bilan), say.events(bilan), table(me, query, period, bilan.now(), page),
        new Notes(say, bilan).all());
  }

  /** Today counts: what has happened of it is shown, as provisional. */
  static LocalDate lastDay(Page page) {
    return BrandDay.of(page.now(), page.zone()).day();
  }

  private static List<Choice> periods(StatsQuery query, Page page) {
    var chosen = query.period().chosen();
    return PERIODS.stream()
        .map(p -> new Choice(page.to("statistiques?periode=" + p),
            page.t("analytics.period." + p), p.equals(chosen)))
        .toList();
  }

  static List<AccountRow> rows(Say say, Bilan bilan) {
    return bilan.now().accounts().stream().map(a -> AccountRow.of(say, a, change(a, bilan)))
        .toList();
  }

  private static Change change(AccountFigures account, Bilan bilan) {
    var before = bilan.before().accounts().stream()
        .filter(b -> b.account().equals(account.account())).findFirst()
        .map(AccountFigures::interactions).orElse(Figure.none(Missing.BEFORE_CONNECTION));
    return bilan.change(account.interactions(), before);
  }

  private static List<Chart> charts(Say say, Bilan bilan) {
    var charts = new Charts(say, bilan);
    var followers = bilan.now().accounts().stream()
        .filter(a -> a.followers().known()).map(charts::followers);
    return Stream.concat(Stream.of(charts.interactions()), followers).toList();
  }

  private PostTable table(Member me, StatsQuery query, Period period, Overview overview,
      Page page) {
    var sort = query.sort();
    var start = period.from().atStartOfDay(page.zone()).toInstant();
    var end = period.to().plusDays(1).atStartOfDay(page.zone()).toInstant();
    var found = posts.page(me.workspaceId(),
        new PostQuery(start, end, null, sort, query.after(), A_PAGE + 1));
    var shown = found.stream().limit(A_PAGE).toList();
    var base = page.to("statistiques?" + query.period().query() + "&");
    var after = found.size() <= A_PAGE ? null
        : base + StatsQuery.text(sort) + "&"
            + StatsQuery.text(Cursor.of(shown.getLast(), sort)) + "#publications";
    var first = query.after() == null ? null : base + StatsQuery.text(sort) + "#publications";
    return new PostTable(columns(sort, base, page),
        rows(shown, overview, page), first, after);
  }

  private static List<Column> columns(Sort chosen, String base, Page page) {
    return new ArrayList<>(Arrays.stream(Sort.values())
        .map(s -> new Column(page.t("analytics.sort." + s), base + StatsQuery.text(s)
            + "#publications", s == chosen,
            s == Sort.RATE ? page.t("analytics.rate.BY_FOLLOWERS.formula") : "", css(s)))
        .toList());
  }

  // On the phone, the text and its interactions; the rest is one touch away on the post's sheet.
  private static @Nullable String css(Sort sort) {
    return switch (sort) {
      case DATE -> null;
      case INTERACTIONS -> "num";
      case DISPLAYS, REACH, RATE -> "num only-wide";
    };
  }

  private static List<PostRow> rows(List<KnownPost> posts, Overview overview, Page page) {
    var say = new Say(page);
    return posts.stream()
        .map(p -> PostRow.of(say, p, overview.account(p.account().value())))
        .toList();
  }
}
