package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Bilan;
import fr.palabre.analytics.bilan.Typical;
import fr.palabre.analytics.count.Change;
import fr.palabre.analytics.count.Figure;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.Rate;
import fr.palabre.platform.web.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures in words, the same on the page and on paper. */
public record Say(Page page) {
  private static final String MINUS = "\u2212";

  /** "12 345", or "n. d.". */
  public String number(Figure figure) {
    return figure.value() == null ? page.t("analytics.missing") : number(figure.value());
  }

  public String number(long value) {
    return (value < 0 ? MINUS : "") + page.number(Math.abs(value));
  }

  /** "+1 234", "−56", "0". */
  public String signed(long value) {
    return value > 0 ? "+" + page.number(value) : number(value);
  }

  public String signed(Figure figure) {
    return figure.value() == null ? page.t("analytics.missing") : signed(figure.value());
  }

  /** Why a figure is missing, or is only a part; empty where it is whole. */
  public String why(Figure figure) {
    var why = figure.missing();
    if (why == null) return "";
    return figure.partial() ? page.t("analytics.partial", why(why)) : why(why);
  }

  public String why(Missing why) {
    return page.t("analytics.missing." + why.name());
  }

  public FigureView figure(Figure figure) {
    return new FigureView(number(figure), why(figure), !figure.known());
  }

  public FigureView signedFigure(Figure figure) {
    return new FigureView(signed(figure), why(figure), !figure.known());
  }

  public RateView rate(Rate rate) {
    var formula = page.t("analytics.rate." + rate.kind() + ".formula");
    var value = rate.value();
    if (value.isEmpty())
      return new RateView(page.t("analytics.missing"), formula, "", "",
          rate.missing() == null ? "" : why(rate.missing()), true);
    return new RateView(percent(value.getAsDouble()), formula,
        number(rate.interactions()) + "\u00a0÷\u00a0" + number(rate.denominator()),
        interval(rate), posts(rate), false);
  }

  private String interval(Rate rate) {
    var interval = rate.interval();
    return interval == null ? ""
        : page.t("analytics.interval", percent(interval.low()), percent(interval.high()));
  }

  private String posts(Rate rate) {
    if (rate.of() == 1) return "";
    return rate.posts() == rate.of()
        ? page.count("analytics.posts", rate.posts())
        : page.t("analytics.posts.of", page.number(rate.posts()), page.number(rate.of()));
  }

  /** "4,2 %, la moitié entre 2,1 % et 6,3 %, 14 publications". */
  public FigureView typical(Typical typical) {
    var median = typical.median();
    var low = typical.low();
    var high = typical.high();
    if (median == null || low == null || high == null)
      return new FigureView(page.t("analytics.missing"),
          page.count("analytics.toofew", typical.n()), true);
    return new FigureView(percent(median), page.t("analytics.half", percent(low), percent(high))
        + ", " + page.count("analytics.posts", typical.n()), false);
  }

  /** Two decimals where one would say nothing. */
  public String percent(double ratio) {
    if (ratio == 0) return "0" + sign();
    if (ratio != 0 && Math.abs(ratio) < 0.001)
      return page.formats().decimal(ratio * 100, 2) + sign();
    return page.formats().percent(ratio);
  }

  /** How a figure moved; null where nothing may be said of it. */
  public @Nullable ChangeView change(Change change, @Nullable Figure now) {
    if (!change.shown()) return null;
    if (now != null && change.stable(now))
      return new ChangeView(page.t("analytics.stable"), "plain", "right", versus());
    double amount = change.amount();
    var text = (amount > 0 ? "+" : amount < 0 ? MINUS : "") + amount(change.kind(), amount);
    return new ChangeView(text, amount > 0 ? "good" : "plain",
        amount > 0 ? "rise" : amount < 0 ? "fall" : "right", versus());
  }

  private String versus() {
    return page.t("analytics.versus.short");
  }

  private String amount(Change.Kind kind, double amount) {
    double size = Math.abs(amount);
    return switch (kind) {
      case PERCENT -> page.formats().decimal(size * 100, size < 0.1 ? 1 : 0) + sign();
      case COUNT -> page.number(Math.round(size));
      case POINTS -> page.t("analytics.points", page.formats().decimal(size * 100, 1));
      case NONE -> "";
    };
  }

  /** "du 26 octobre au 22 novembre 2026". */
  public String period(Period period) {
    var formats = page.formats();
    if (period.wholeMonth()) return formats.month(period.from());
    if (period.days() == 1) return page.t("analytics.period.day", date(period.from(), true));
    boolean sameYear = period.from().getYear() == period.to().getYear();
    return page.t("analytics.period", date(period.from(), !sameYear), date(period.to(), true));
  }

  /** "26 octobre 2026"; in French the first is "1er". */
  public String date(LocalDate day, boolean year) {
    var pattern = page.english() ? "d MMMM" : day.getDayOfMonth() == 1 ? "d'er' MMMM" : "d MMMM";
    return DateTimeFormatter.ofPattern(year ? pattern + " yyyy" : pattern,
        page.locale()).format(day);
  }

  /** What happened, numbered as it is marked on the charts. */
  List<String> events(Bilan bilan) {
    return IntStream.range(0, bilan.events().size())
        .mapToObj(i -> page.t("analytics.event", i + 1, date(bilan.events().get(i).day(), false),
            bilan.events().get(i).text()))
        .toList();
  }

  /** "42 min", "3 h 05", "2 j 4 h". */
  public String delay(@Nullable Duration delay) {
    if (delay == null) return page.t("analytics.missing");
    if (delay.toMinutes() < 60) return page.count("time.minutes", delay.toMinutes());
    if (delay.toHours() < 48)
      return page.t("analytics.hours", delay.toHours(), "%02d".formatted(delay.toMinutesPart()));
    return page.t("analytics.days.span", delay.toDays(), delay.toHoursPart());
  }

  private String sign() {
    return page.english() ? "%" : "\u202f%";
  }
}
