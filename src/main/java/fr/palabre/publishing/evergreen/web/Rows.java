package fr.palabre.publishing.evergreen.web;

import fr.palabre.platform.web.Page;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.evergreen.Candidate;
import fr.palabre.publishing.evergreen.Coming;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.Season;
import fr.palabre.publishing.evergreen.web.EvergreenView.Row;
import fr.palabre.publishing.web.StageMark;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What comes, and what may, in words. */
final class Rows {
  private final EvergreenQueue queue;
  private final Page page;

  Rows(EvergreenQueue queue, Page page) {
    this.queue = queue;
    this.page = page;
  }

  /** Hours that stay empty one after the other for the same reason are one line. */
  List<Row> coming(List<Coming> coming) {
    var rows = new ArrayList<Row>();
    for (int i = 0, end; i < coming.size(); i = end) {
      end = i + 1;
      while (end < coming.size() && isSame(coming.get(i), coming.get(end))) end++;
      rows.add(row(coming.subList(i, end)));
    }
    return rows;
  }

  private static boolean isSame(Coming one, Coming other) {
    return one instanceof Coming.Empty a && other instanceof Coming.Empty b
        && a.why() == b.why() && Objects.equals(a.notBefore(), b.notBefore());
  }

  private Row row(List<Coming> same) {
    return switch (same.getFirst()) {
      case Coming.Made made -> {
        var mark = StageMark.of(made.copy().stage(), page);
        var planned = made.copy().planned();
        yield new Row(mark.tone(), mark.icon(), mark.word(), named(made.copy().name()),
            "contenus/" + made.copy().id(), when(planned == null ? made.at() : planned.local()));
      }
      case Coming.Expected expected -> new Row("calm", "clock", page.t("evergreen.expected"),
          named(expected.name()), entry(expected.model().toString()), when(expected.at()));
      case Coming.Empty empty -> new Row("plain", "minus", page.t("evergreen.empty"),
          span(same), "", why(empty));
    };
  }

  private String span(List<Coming> same) {
    var first = when(same.getFirst().at());
    return same.size() == 1 ? first : page.t("evergreen.span",
        page.count("evergreen.empties", same.size()), day(same.getFirst().at().toLocalDate()),
        day(same.getLast().at().toLocalDate()));
  }

  private String why(Coming.Empty empty) {
    var notBefore = empty.notBefore();
    return notBefore == null ? page.t("evergreen.why." + empty.why())
        : page.t("evergreen.why.ALL_RECENT", day(notBefore), queue.spacing().distance());
  }

  Row content(Candidate candidate) {
    var today = page.today();
    var ripe = candidate.ripe(today, queue.spacing().distance());
    var row = candidate.isOver(ripe) ? mark("plain", "archive", "over")
        : candidate.content().accounts().isEmpty() ? mark("late", "alert", "noAccount")
        : ripe.equals(today) ? mark("good", "check", "ready") : mark("wait", "clock", "rests");
    return new Row(row.tone(), row.icon(), row.word(), named(candidate.content().name()),
        entry(candidate.entry().content().toString()), note(candidate, ripe, today));
  }

  String note(Candidate candidate, LocalDate ripe, LocalDate today) {
    var parts = new ArrayList<String>();
    parts.add(candidate.last().map(last -> page.t(last.isAfter(today) ? "evergreen.willBe"
        : "evergreen.seen", day(last))).orElseGet(() -> page.t("evergreen.never")));
    if (ripe.isAfter(today) && !candidate.isOver(ripe))
      parts.add(page.t("evergreen.notBefore", day(ripe)));
    parts.addAll(season(candidate.entry().season(), candidate.times()));
    parts.add(page.t("evergreen.goes." + fate(candidate)));
    return String.join(" · ", parts);
  }

  private List<String> season(Season season, int times) {
    var parts = new ArrayList<String>();
    if (season.most() != null)
      parts.add(page.t("evergreen.timesOf", times, page.number(season.most())));
    else if (times > 0) parts.add(page.count("evergreen.times", times));
    if (season.until() != null) parts.add(page.t("evergreen.untilDay", day(season.until())));
    return parts;
  }

  private static String fate(Candidate candidate) {
    if (!candidate.content().validated()) return "draft";
    return candidate.entry().keepsApproval() ? "kept" : "submitted";
  }

  private StageMark mark(String tone, String icon, String word) {
    return new StageMark(tone, icon, page.t("evergreen.state." + word));
  }

  private String entry(String content) {
    return "intemporels/" + queue.id() + "/contenus/" + content;
  }

  private String named(String name) {
    return name.isEmpty() ? page.t("editorial.untitled") : name;
  }

  private String when(LocalDateTime at) {
    return page.date(WallClock.of(at, page.zone()).instant());
  }

  private String day(LocalDate day) {
    return day.getYear() == page.today().getYear() ? page.day(day) : page.formats().longDay(day);
  }
}
