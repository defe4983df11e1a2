package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Bilans;
import fr.palabre.analytics.bilan.Dialogue;
import fr.palabre.analytics.bilan.Frozen;
import fr.palabre.analytics.bilan.Report;
import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.bilan.Revision;
import fr.palabre.analytics.chart.Chart;
import fr.palabre.analytics.web.ReportView.DialogueView;
import fr.palabre.analytics.web.ReportView.OldVersion;
import fr.palabre.identity.Member;
import fr.palabre.network.DialogueFigures.Figures;
import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes what a report shows. */
@Component
class ReportViews {
  private final Reports reports;
  private final Bilans bilans;
  private final PalabreSettings settings;

  ReportViews(Reports reports, Bilans bilans, PalabreSettings settings) {
    this.reports = reports;
    this.bilans = bilans;
    this.settings = settings;
  }

  /**
   * What a report holds: its figures now while it is open, those it was closed with after.
   *
   * @param asked a frozen version; null for the current state
   */
  Optional<Shown> shown(Member me, Report report, @Nullable Integer asked) {
    if (asked == null && !report.closed())
      return Optional.of(
          new Shown(report, bilans.of(me.workspace(), report.period()), report.words(), null));
    return reports.version(me.workspaceId(), report.id(), asked == null ? report.frozen() : asked)
        .map(f -> new Shown(report, f.content().bilan(), f.content().words(), f));
  }

  /**
   * @param frozen the version shown; null for a report that is still open
   */
  record Shown(Report report, Bilan bilan, String words, @Nullable Frozen frozen) {
    boolean latest() {
      return frozen == null || frozen.number() == report.frozen();
    }
  }

  ReportView view(Member me, Shown shown, Page page) {
    var say = new Say(page);
    var bilan = shown.bilan();
    var frozen = shown.frozen();
    var readAt = bilan.now().readAt();
    return new ReportView(shown.report().id(), title(say, bilan), bilan.brand(),
        page.t("analytics.report.subtitle", bilan.brand(), city(bilan.zone())),
        say.period(bilan.period()), say.period(bilan.before().period()),
        new Sentences(say, bilan).all(), readAt == null ? null : page.date(readAt),
        state(shown, page), shown.report().closed() || !shown.latest(),
        frozen == null ? null : frozen.hash(), revised(me, shown, page),
        new Headlines(say, bilan).stats(), charts(say, bilan), StatsViews.rows(say, bilan),
        RankingView.of(say, bilan.ranking()), dialogue(say, bilan), say.events(bilan),
        shown.words(), shown.report().version(), new Notes(say, bilan).all(),
        page.to("bilans/" + shown.report().id()),
        frozen == null || shown.latest() ? "" : "?version=" + frozen.number(),
        live(page.to("bilans/" + shown.report().id())), versions(shown.report(), page));
  }

  /** "Europe/Paris" as people say it. */
  private static String city(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** What one types to read it on screen: the paper says where it comes from. */
  private String live(String path) {
    var house = settings.publicUrl();
    return house != null ? house.resolve(path).toString()
        : ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }

  static String title(Say say, Bilan bilan) {
    var key = bilan.period().wholeMonth() ? "analytics.report.month" : "analytics.report.title";
    return say.page().t(key, say.period(bilan.period()));
  }

  private static String state(Shown shown, Page page) {
    var frozen = shown.frozen();
    if (frozen == null) return page.t("analytics.report.open");
    return page.t("analytics.report.closed", page.date(frozen.frozenAt()),
        page.number(frozen.number()));
  }

  private @Nullable String revised(Member me, Shown shown, Page page) {
    if (!shown.report().closed() || !shown.latest()) return null;
    var live = bilans.of(me.workspace(), shown.report().period());
    return Revision.notable(shown.bilan(), live) ? page.t("analytics.report.revised") : null;
  }

  private static List<Chart> charts(Say say, Bilan bilan) {
    var charts = new Charts(say, bilan);
    var all = new ArrayList<>(List.of(charts.interactions()));
    var networks = charts.networks();
    if (networks != null) all.add(networks);
    bilan.now().accounts().stream().filter(a -> a.followers().known())
        .forEach(a -> all.add(charts.followers(a)));
    return all;
  }

  private static @Nullable DialogueView dialogue(Say say, Bilan bilan) {
    var dialogue = bilan.dialogue();
    if (dialogue == null) return null;
    var page = say.page();
    return new DialogueView(
        List.of(page.t("analytics.dialogue.measure"), say.period(bilan.period()),
            say.period(bilan.before().period())),
        List.of(
            row(say, "inbound", dialogue, f -> say.number(f.inbound())),
            row(say, "answered", dialogue, f -> say.number(f.answered())),
            row(say, "rate", dialogue, f -> f.inbound() == 0 ? page.t("analytics.missing")
                : say.percent(Dialogue.answered(f))),
            row(say, "median", dialogue, f -> say.delay(f.medianDelay())),
            row(say, "p90", dialogue, f -> say.delay(f.p90Delay()))));
  }

  private static List<String> row(Say say, String name, Dialogue dialogue,
      Function<Figures, String> text) {
    return List.of(say.page().t("analytics.dialogue." + name), text.apply(dialogue.now()),
        text.apply(dialogue.before()));
  }

  private static List<OldVersion> versions(Report report, Page page) {
    return IntStream.rangeClosed(1, report.frozen())
        .mapToObj(n -> new OldVersion(page.t("analytics.report.version", n),
            page.to("bilans/" + report.id() + "?version=" + n)))
        .toList();
  }
}
