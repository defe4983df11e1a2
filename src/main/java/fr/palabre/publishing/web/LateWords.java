package fr.palabre.publishing.web;

import fr.palabre.platform.web.Page;
import fr.palabre.publishing.LateRule;
import java.time.Duration;

/** How late a post may go, in words. */
final class LateWords {
  private LateWords() {}

  static String of(LateRule rule, Page page) {
    if (rule.atMost().isZero()) return page.t("publishing.late.never." + rule.then());
    return page.t("publishing.late.until." + rule.then(), length(rule.atMost(), page));
  }

  static String length(Duration atMost, Page page) {
    var key = "publishing.latest." + atMost.toMinutes();
    return page.knows(key) ? page.t(key) : page.count("time.minutes", atMost.toMinutes());
  }
}
