package fr.palabre.inbox.web;

import fr.palabre.platform.web.Page;
import java.time.Duration;
import java.time.Instant;

/**
 * How long something has waited, and what to think of it. Four hours is what people expect at most
 * of a brand that answers.
 */
public record Age(String text, String tone) {
  private static final Duration SOON = Duration.ofMinutes(30);
  private static final Duration EXPECTED = Duration.ofHours(4);

  public static Age of(Page page, Instant since) {
    var age = Duration.between(since, page.now());
    return new Age(said(page, age), tone(age));
  }

  private static String tone(Duration age) {
    if (age.compareTo(SOON) < 0) return "plain";
    return age.compareTo(EXPECTED) < 0 ? "wait" : "late";
  }

  /** A length of time as people say it. */
  public static String said(Page page, Duration age) {
    if (age.toMinutes() < 1) return page.t("time.now");
    if (age.toMinutes() < 60) return page.count("time.minutes", age.toMinutes());
    if (age.toHours() < 48) return page.count("time.hours", age.toHours());
    return page.count("time.days", age.toDays());
  }
}
