package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.AccountFigures;
import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.DayCount;
import fr.palabre.analytics.bilan.Overview;
import fr.palabre.analytics.bilan.Ranking.Ranked;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.Rate;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.analytics.paper.Csv;
import fr.palabre.network.DialogueFigures.Figures;
import fr.palabre.platform.web.Page;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as one long table: one figure a line, with its numerator and denominator where it is a
 * rate, and the reason where it is missing.
 */
final class ReportCsv {
  private final Say say;
  private final Bilan bilan;
  private final Csv csv;

  ReportCsv(Page page, Bilan bilan) {
    this.say = new Say(page);
    this.bilan = bilan;
    this.csv = new Csv(page.locale());
  }

  byte[] bytes() {
    csv.row(List.of(t("csv.part"), t("from"), t("to"), t("network"), t("csv.account"),
        t("dialogue.measure"), t("value"), t("csv.numerator"), t("csv.denominator"),
        t("csv.posts"), t("csv.note")));
    overview(t("csv.period"), bilan.now());
    overview(t("csv.before"), bilan.before());
    var dialogue = bilan.dialogue();
    if (dialogue != null) {
      dialogue(t("csv.period"), bilan.now().period(), dialogue.now());
      dialogue(t("csv.before"), bilan.before().period(), dialogue.before());
    }
    bilan.now().accounts().forEach(this::days);
    bilan.ranking().best().forEach(p -> ranked(t("ranking.best"), p));
    bilan.ranking().weakest().forEach(p -> ranked(t("ranking.weakest"), p));
    return csv.bytes();
  }

  private void overview(String part, Overview overview) {
    for (var account : overview.accounts()) {
      line(part, overview.period(), account, t("followers"), account.followers());
      line(part, overview.period(), account, t("csv.gained"), account.gained());
      line(part, overview.period(), account, t("interactions"), account.interactions());
      line(part, overview.period(), account, t("metric.VIEWS"), account.displays());
      line(part, overview.period(), account, t("posts"), Figure.of(account.posts()));
      for (var kind : RateKind.values())
        rate(part, overview.period(), account, account.rates().get(kind));
    }
  }

  private void line(String part, Period period, AccountFigures account, String measure,
      Figure figure) {
    row(part, period, account.name(), account.handle(), measure, value(figure.value()), "", "", "",
        say.why(figure));
  }

  private void rate(String part, Period period, AccountFigures account, @Nullable Rate rate) {
    if (rate == null) return;
    var measure = t("rate") + ", " + t("rate." + rate.kind() + ".formula");
    var missing = rate.missing();
    var value = rate.value();
    if (missing != null || value.isEmpty())
      row(part, period, account.name(), account.handle(), measure, "", "", "", "",
          missing == null ? "" : say.why(missing));
    else row(part, period, account.name(), account.handle(), measure,
        csv.number(value.getAsDouble()), csv.number(rate.interactions()),
        csv.number(rate.denominator()), csv.number(rate.posts()), "");
  }

  private void dialogue(String part, Period period, Figures figures) {
    row(part, period, "", "", t("dialogue.inbound"), csv.number(figures.inbound()), "", "", "", "");
    row(part, period, "", "", t("dialogue.answered"), csv.number(figures.answered()), "", "", "",
        "");
    row(part, period, "", "", t("csv.median"), minutes(figures.medianDelay()), "", "", "", "");
    row(part, period, "", "", t("csv.p90"), minutes(figures.p90Delay()), "", "", "", "");
  }

  private void days(AccountFigures account) {
    for (var day : account.followersByDay()) day(account, t("followers"), day);
    for (var day : account.interactionsByDay()) day(account, t("interactions"), day);
  }

  private void day(AccountFigures account, String measure, DayCount day) {
    var note = day.figure().missing() != null ? say.why(day.figure())
        : day.open() ? t("legend.open") : day.grouped() != 0 ? t("legend.shared") : "";
    row(t("day"), new Period(day.day(), day.day()), account.name(), account.handle(), measure,
        value(day.figure().value()), "", "", "", note);
  }

  private void ranked(String part, Ranked post) {
    row(part, bilan.period(), post.network(), post.handle(), Csv.words(post.excerpt()),
        csv.number(post.interactions()), "", csv.number(post.median()),
        csv.number(post.among()), post.permalink() == null ? "" : post.permalink());
  }

  private void row(String part, Period period, String network, String account, String measure,
      String value, String above, String under, String posts, String note) {
    csv.row(List.of(part, period.from().toString(), period.to().toString(), network,
        Csv.words(account), measure, value, above, under, posts, note));
  }

  private String value(@Nullable Long value) {
    return value == null ? "" : csv.number(value);
  }

  private String minutes(@Nullable Duration delay) {
    return delay == null ? "" : csv.number(delay.toSeconds() / 60d);
  }

  private String t(String key) {
    return say.page().t("analytics." + key);
  }
}
