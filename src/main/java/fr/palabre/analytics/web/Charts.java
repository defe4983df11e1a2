package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.DayCount;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.chart.Bars;
import fr.palabre.analytics.chart.Bars.Look;
import fr.palabre.analytics.chart.Chart;
import fr.palabre.analytics.chart.Chart.Key;
import fr.palabre.analytics.chart.Chart.Table;
import fr.palabre.analytics.chart.DayAxis;
import fr.palabre.analytics.chart.DayChart;
import fr.palabre.analytics.chart.Note;
import fr.palabre.analytics.chart.RankedBars;
import fr.palabre.analytics.chart.Series;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The charts of a period, the same for page and paper. */
record Charts(Say say, Bilan bilan) {
  private static final String OURS = "s1";
  private static final String BEFORE = "before";

  /** Interactions received day by day, beside those of the period before. */
  Chart interactions() {
    var days = interactions(bilan.now());
    var before = bilan.coverage().comparable() ? interactions(bilan.before()) : List.<DayCount>of();
    var bars = new Bars(OURS, days.stream().map(this::bar).toList());
    var title = say.page().t("analytics.chart.interactions");
    return DayChart.bars(title, label(title, bilan.now().interactions()), axis(), bars,
        before.isEmpty() ? null : new Series(BEFORE, "", values(before)), notes(), this::tick,
        legend(bars, !before.isEmpty()),
        table(say.period(bilan.period()), days, before));
  }

  /** One account's followers; each has an axis of its own. */
  Chart followers(AccountFigures account) {
    var title = say.page().t("analytics.chart.followers", account.name(), account.handle());
    var days = account.followersByDay();
    return DayChart.curve(title, label(title, account.followers()), axis(),
        new Series(OURS, title, values(days)), notes(), this::tick,
        table(say.page().t("analytics.followers"), days, List.of()));
  }

  /** What each network brought, where there are several. */
  @Nullable Chart networks() {
    var known = bilan.now().accounts().stream()
        .filter(a -> a.interactions().known()).toList();
    if (known.size() < 2) return null;
    var title = say.page().t("analytics.chart.networks");
    var rows = known.stream().map(a -> new RankedBars.Row(name(a), a.interactions().count(),
        say.number(a.interactions()))).toList();
    return RankedBars.chart(title, label(title, bilan.now().interactions()), rows,
        new Table(List.of(say.page().t("analytics.network"), say.page().t("analytics.interactions")),
            known.stream().map(a -> List.of(name(a), say.number(a.interactions()))).toList()));
  }

  static List<@Nullable Double> values(List<DayCount> days) {
    var values = new ArrayList<@Nullable Double>();
    for (var day : days) {
      var value = day.figure().value();
      values.add(value == null ? null : Double.valueOf(value));
    }
    return values;
  }

  /** All accounts together: days are counts of events, they may be added. */
  static List<DayCount> interactions(Overview overview) {
    var accounts = overview.accounts();
    return IntStream.range(0, overview.period().days()).mapToObj(i -> {
      var parts = accounts.stream().map(a -> a.interactionsByDay().get(i)).toList();
      var day = overview.period().from().plusDays(i);
      return new DayCount(day,
          Figure.sum(parts.stream().map(DayCount::figure).toList(), Missing.BEFORE_CONNECTION),
          parts.stream().mapToLong(DayCount::grouped).sum(),
          parts.stream().anyMatch(DayCount::open));
    }).toList();
  }

  private Bars.Day bar(DayCount day) {
    var value = day.figure().value();
    var says = say.page().t("analytics.named", say.page().formats().day(day.day()),
        say.number(day.figure()));
    return new Bars.Day(value == null ? null : Double.valueOf(value), look(day), says);
  }

  private static Look look(DayCount day) {
    if (!day.figure().known())
      return day.figure().missing() == Missing.NOT_YET ? Look.TO_COME : Look.UNKNOWN;
    if (day.open()) return Look.OPEN;
    return day.grouped() != 0 ? Look.SHARED : Look.FULL;
  }

  private DayAxis axis() {
    var formats = say.page().formats();
    return new DayAxis(bilan.period().each().toList(), formats::shortDay);
  }

  private List<Note> notes() {
    return bilan.events().stream()
        .map(e -> new Note(
            (int) ChronoUnit.DAYS.between(bilan.period().from(), e.day()), e.text()))
        .toList();
  }

  private List<Key> legend(Bars bars, boolean before) {
    var legend = new ArrayList<Key>();
    legend.add(new Key("s1 fill", true, say.period(bilan.period())));
    if (before) legend.add(new Key(BEFORE, false, say.period(bilan.before().period())));
    if (bars.any(Look.OPEN)) legend.add(key("s1 open", "analytics.legend.open"));
    if (bars.any(Look.SHARED)) legend.add(key("s1 thin", "analytics.legend.shared"));
    if (bars.any(Look.UNKNOWN))
      legend.add(new Key("unknown", false, say.page().t("analytics.legend.unknown")));
    return legend;
  }

  private Key key(String css, String text) {
    return new Key(css, true, say.page().t(text));
  }

  private Table table(String name, List<DayCount> days, List<DayCount> before) {
    var head = new ArrayList<>(List.of(say.page().t("analytics.day"), name));
    if (!before.isEmpty()) head.add(say.period(bilan.before().period()));
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < days.size(); i++) {
      var cells = new ArrayList<>(List.of(name(days.get(i)), cell(days.get(i))));
      if (!before.isEmpty()) cells.add(i < before.size() ? cell(before.get(i)) : "");
      rows.add(cells);
    }
    return new Table(head, rows);
  }

  private String name(DayCount day) {
    return say.page().formats().day(day.day());
  }

  private String cell(DayCount day) {
    var text = say.number(day.figure());
    var notes = new ArrayList<String>();
    if (day.figure().missing() != null) notes.add(say.why(day.figure()));
    else if (day.open()) notes.add(say.page().t("analytics.legend.open"));
    else if (day.grouped() != 0) notes.add(say.page().t("analytics.legend.shared"));
    return notes.isEmpty() ? text : text + " (" + String.join(", ", notes) + ")";
  }

  private static String name(AccountFigures account) {
    return account.name() + " · " + account.handle();
  }

  private String label(String title, Figure figure) {
    return say.page().t("analytics.chart.label", title, say.period(bilan.period()),
        say.number(figure));
  }

  private String tick(double value) {
    return say.number(Math.round(value));
  }
}
