package fr.palabre.platform.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and figures as a French or an English reader expects them. */
public record Formats(Locale locale, ZoneId zone) {
  // A page writes hundreds of dates; understanding a pattern costs more than writing one.
  private static final Map<Written, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();
  private static final Map<Locale, NumberFormat> WHOLE = new ConcurrentHashMap<>();

  /** "12 345" with narrow no-break spaces in French, "12,345" in English. */
  public String number(long n) {
    if (n > -1000 && n < 1000) return Long.toString(n);
    var format = WHOLE.computeIfAbsent(locale, NumberFormat::getIntegerInstance);
    // A format belongs to one thread; a copy costs less than a new one.
    return ((NumberFormat) format.clone()).format(n);
  }

  public String decimal(double value, int digits) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** A ratio (0.034) as "3,4 %"; none and all are "0 %" and "100 %". */
  public String percent(double ratio) {
    return decimal(ratio * 100, ratio == 0 || ratio == 1 ? 0 : 1) + (french() ? "\u202f%" : "%");
  }

  /** A ratio known no finer than that (0.034) as "3 %". */
  public String wholePercent(double ratio) {
    return decimal(Math.round(ratio * 100), 0) + (french() ? "\u202f%" : "%");
  }

  /** "lun. 23 nov., 9 h 30"; the year stands when it is not this one. */
  public String dateTime(Instant at, Instant now) {
    var local = at.atZone(zone);
    var sameYear = local.getYear() == now.atZone(zone).getYear();
    var pattern = sameYear ? "EEE d MMM" : "EEE d MMM yyyy";
    return said(pattern, local) + ", " + clock(local);
  }

  public String time(Instant at) {
    return clock(at.atZone(zone));
  }

  public String time(LocalTime time) {
    return french()
        ? time.getHour() + (time.getMinute() < 10 ? "\u00a0h\u00a00" : "\u00a0h\u00a0")
            + time.getMinute()
        : written("h:mm a").format(time);
  }

  /** "lundi 23 novembre". */
  public String day(LocalDate day) {
    return said("EEEE d MMMM", day);
  }

  /** "lundi 23 novembre 2026". */
  public String longDay(LocalDate day) {
    return said("EEEE d MMMM yyyy", day);
  }

  /** "23 nov." */
  public String shortDay(LocalDate day) {
    return said("d MMM", day);
  }

  /** "23". */
  public String dayOfMonth(LocalDate day) {
    return said("d", day);
  }

  /** "lun. 23". */
  public String weekday(LocalDate day) {
    return said("EEE d", day);
  }

  /** "lundi". */
  public String dayName(LocalDate day) {
    return written("EEEE").format(day);
  }

  /** "novembre 2026". */
  public String month(LocalDate day) {
    return written("MMMM yyyy").format(day);
  }

  public String bytes(long bytes) {
    if (bytes < 1000) return number(bytes) + (french() ? "\u00a0o" : "\u00a0B");
    if (bytes < 1_000_000) return decimal(bytes / 1e3, 0) + (french() ? "\u00a0ko" : "\u00a0kB");
    return decimal(bytes / 1e6, 1) + (french() ? "\u00a0Mo" : "\u00a0MB");
  }

  String ago(Instant at, Instant now, Page page) {
    var gap = Duration.between(at, now);
    var past = !gap.isNegative();
    var span = gap.abs();
    if (span.toMinutes() < 1) return page.t("time.now");
    return page.t(past ? "time.ago" : "time.in", span(span, page));
  }

  private static String span(Duration span, Page page) {
    if (span.toMinutes() < 60) return page.count("time.minutes", span.toMinutes());
    if (span.toHours() < 48) return page.count("time.hours", span.toHours());
    return page.count("time.days", span.toDays());
  }

  private String clock(ZonedDateTime local) {
    return time(local.toLocalTime());
  }

  /** In French the first of a month is "1er". */
  private String said(String pattern, TemporalAccessor day) {
    var first = french() && day.get(ChronoField.DAY_OF_MONTH) == 1;
    return written(first ? pattern.replaceFirst("d", "d'er'") : pattern).format(day);
  }

  private DateTimeFormatter written(String pattern) {
    return KNOWN.computeIfAbsent(new Written(pattern, locale),
        w -> DateTimeFormatter.ofPattern(w.pattern, w.locale));
  }

  private record Written(String pattern, Locale locale) {}

  private boolean french() {
    return !locale.getLanguage().equals("en");
  }
}
