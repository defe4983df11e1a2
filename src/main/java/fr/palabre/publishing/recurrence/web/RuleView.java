package fr.palabre.publishing.recurrence.web;

import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.recurrence.RecurrenceRule;
import fr.palabre.publishing.recurrence.Rhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of a rule's form, filled with a rule. */
public record RuleView(
    List<Choice> kinds,
    String every,
    List<Choice> days,
    List<Choice> dates,
    List<Choice> ranks,
    List<Choice> weekdays,
    String at,
    String from,
    String until,
    String most) {

  static RuleView of(RecurrenceRule rule, LocalDate from, Page page) {
    var rhythm = rule.rhythm();
    var until = rule.until();
    var most = rule.most();
    return new RuleView(kinds(rhythm.kind(), page), Integer.toString(rhythm.every()),
        weekdays(rhythm instanceof Rhythm.Weekly(int _, var chosen) ? chosen
            : List.of(rule.from().getDayOfWeek()), page),
        dates(rhythm instanceof Rhythm.MonthlyDate(int _, int date) ? date
            : rule.from().getDayOfMonth()),
        ranks(rhythm instanceof Rhythm.MonthlyWeekday(int _, int nth, var _) ? nth : 1, page),
        weekdays(List.of(rhythm instanceof Rhythm.MonthlyWeekday(int _, int _, var day) ? day
            : rule.from().getDayOfWeek()), page),
        rule.at().toString(), from.toString(), until == null ? "" : until.toString(),
        most == null ? "" : most.toString());
  }

  /** "Chaque semaine, lundi et jeudi, à 12 h 00 · jusqu’au 3 janvier". */
  static String said(RecurrenceRule rule, Page page) {
    var on = switch (rule.rhythm()) {
      case Rhythm.Weekly(int _, var days) ->
          String.join(", ", days.stream().map(d -> name(d, page)).toList());
      case Rhythm.MonthlyDate(int _, int date) -> page.t("recurrences.on.date", date);
      case Rhythm.MonthlyWeekday(int _, int nth, var day) ->
          page.t("recurrences.on.nth", page.t("recurrences.rank." + nth), name(day, page));
    };
    var every = rule.rhythm().every();
    var unit = rule.rhythm() instanceof Rhythm.Weekly ? "week" : "month";
    var how = every == 1 ? page.t("recurrences.each." + unit)
        : page.t("recurrences.every." + unit, page.number(every));
    var said = page.t("recurrences.rule", how, on, page.formats().time(rule.at()));
    if (rule.until() != null)
      said += page.t("recurrences.until.said", page.formats().longDay(rule.until()));
    return rule.most() == null ? said : said + page.count("recurrences.most.said", rule.most());
  }

  private static String name(DayOfWeek day, Page page) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, page.locale());
  }

  private static List<Choice> kinds(Rhythm.Kind chosen, Page page) {
    return Stream.of(Rhythm.Kind.values())
        .map(k -> new Choice(k.name(), page.t("recurrences.kind." + k), k == chosen))
        .toList();
  }

  private static List<Choice> weekdays(List<DayOfWeek> chosen, Page page) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new Choice(Integer.toString(day.getValue()), name(day, page),
            chosen.contains(day)))
        .toList();
  }

  private static List<Choice> dates(int chosen) {
    return IntStream.rangeClosed(1, 31)
        .mapToObj(d -> new Choice(Integer.toString(d), Integer.toString(d), d == chosen)).toList();
  }

  private static List<Choice> ranks(int chosen, Page page) {
    return IntStream.of(1, 2, 3, 4, -1)
        .mapToObj(nth -> new Choice(Integer.toString(nth), page.t("recurrences.rank." + nth),
            nth == chosen)).toList();
  }
}
