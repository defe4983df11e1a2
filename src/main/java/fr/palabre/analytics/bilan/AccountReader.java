package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Coverage;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.series.BrandDay;
import fr.palabre.analytics.series.DayRow;
import fr.palabre.analytics.series.Interactions;
import fr.palabre.analytics.series.KnownAccount;
import fr.palabre.analytics.series.KnownPost;
import fr.palabre.network.Accounts;
import fr.palabre.network.Metric;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads one account's period out of its days and its posts. */
@Component
class AccountReader {
  private final Accounts networks;

  AccountReader(Accounts networks) {
    this.networks = networks;
  }

  AccountFigures read(KnownAccount account, Period period, BrandDay today, List<DayRow> rows,
      List<KnownPost> posts) {
    var network = networks.connector(account.network());
    var within = rows.stream().filter(r -> period.contains(r.day())).toList();
    var followers = byDay(account, period, today, rows, AccountReader::followers);
    var interactions = byDay(account, period, today, rows,
        of -> Interactions.of(of, account.postOffer()));
    return new AccountFigures(account.account().value(), account.network().value(),
        network.name(), network.icon(), account.handle(), network.simulated(),
        Interactions.counted(account.postOffer()), since(account, today),
        coverage(period, today, within), atStart(rows, period, followers), last(followers),
        total(interactions), displays(within, account), sum(within, DayRow::grouped),
        sum(within, DayRow::corrections), posts.size(), gathered(posts),
        Overviews.rates(posts), Overviews.typical(posts), followers, interactions,
        account.nextReadAt() != null);
  }

  private static List<DayCount> byDay(KnownAccount account, Period period, BrandDay today,
      List<DayRow> rows, Function<Map<Metric, Figure>, Figure> figure) {
    var days = rows.stream().collect(Collectors.groupingBy(DayRow::day));
    return period.each().map(day -> {
      var of = days.getOrDefault(day, List.of());
      var found = of.isEmpty() ? Figure.none(why(account, day, today)) : figure.apply(figures(of));
      return new DayCount(day, found, interactionsGrouped(of), !day.isBefore(today.day()));
    }).toList();
  }

  private static Missing why(KnownAccount account, LocalDate day, BrandDay today) {
    if (day.isAfter(today.day())) return Missing.NOT_YET;
    if (day.isBefore(since(account, today))) return Missing.BEFORE_CONNECTION;
    return day.equals(today.day()) ? Missing.NOT_YET : Missing.COLLECTION_FAILED;
  }

  private static LocalDate since(KnownAccount account, BrandDay today) {
    return BrandDay.of(account.knownAt(), today.zone()).day();
  }

  private static Map<Metric, Figure> figures(List<DayRow> day) {
    var figures = new EnumMap<Metric, Figure>(Metric.class);
    day.forEach(r -> figures.put(r.metric(), r.figure()));
    return figures;
  }

  private static Figure followers(Map<Metric, Figure> day) {
    return day.getOrDefault(Metric.FOLLOWERS, Figure.none(Missing.COLLECTION_FAILED));
  }

  private static long interactionsGrouped(List<DayRow> day) {
    return day.stream().filter(r -> Interactions.PARTS.contains(r.metric()))
        .mapToLong(DayRow::grouped).sum();
  }

  /** Days on which the account answered, of those that have passed. */
  private static Coverage coverage(Period period, BrandDay today, List<DayRow> rows) {
    long observed = rows.stream()
        .filter(r -> r.metric() == Metric.FOLLOWERS && r.figure().known()).count();
    return new Coverage((int) observed, period.elapsed(today.day()));
  }

  /** The day before the period, or its first known day where it was not read yet. */
  private static Figure atStart(List<DayRow> rows, Period period, List<DayCount> days) {
    return rows.stream()
        .filter(r -> r.metric() == Metric.FOLLOWERS && r.day().isBefore(period.from()))
        .map(DayRow::figure).filter(Figure::known).findFirst()
        .orElseGet(() -> days.stream().map(DayCount::figure).filter(Figure::known).findFirst()
            .map(f -> new Figure(f.value(), Missing.BEFORE_CONNECTION))
            .orElse(Figure.none(Missing.BEFORE_CONNECTION)));
  }

  private static Figure last(List<DayCount> days) {
    return days.reversed().stream().map(DayCount::figure).filter(Figure::known).findFirst()
        .orElse(days.getLast().figure());
  }

  /** What the days add up to; days that have not come yet do not lack. */
  private static Figure total(List<DayCount> days) {
    var passed = days.stream().map(DayCount::figure)
        .filter(f -> f.missing() != Missing.NOT_YET).toList();
    return Figure.sum(passed, Missing.NOT_YET);
  }

  private static Figure displays(List<DayRow> rows, KnownAccount account) {
    var metric = account.postOffer().contains(Metric.VIEWS) ? Metric.VIEWS : Metric.IMPRESSIONS;
    if (!account.postOffer().contains(metric)) return Figure.none(Missing.NOT_OFFERED);
    return Figure.sum(rows.stream().filter(r -> r.metric() == metric).map(DayRow::figure).toList(),
        Missing.BEFORE_CONNECTION);
  }

  private static long sum(Collection<DayRow> rows, Function<DayRow, Long> part) {
    return rows.stream().filter(r -> Interactions.PARTS.contains(r.metric()))
        .mapToLong(part::apply).sum();
  }

  private static Figure gathered(List<KnownPost> posts) {
    return Figure.sum(posts.stream().map(KnownPost::interactions).toList(),
        Missing.NOTHING_TO_MEASURE);
  }
}
