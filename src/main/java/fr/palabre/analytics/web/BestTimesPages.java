package fr.palabre.analytics.web;

import fr.palabre.analytics.besttime.AccountTimes;
import fr.palabre.analytics.besttime.BestTimes;
import fr.palabre.analytics.besttime.BestTimes.Window;
import fr.palabre.analytics.besttime.HeldOut;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.PublishesPosts;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** When posts do better, with the interval, the number of posts and the check. */
@Controller
@Requires(Permission.METRICS_READ)
class BestTimesPages {
  private final AccountTimes times;
  private final Accounts accounts;
  private final Pages pages;

  BestTimesPages(AccountTimes times, Accounts accounts, Pages pages) {
    this.times = times;
    this.accounts = accounts;
    this.pages = pages;
  }

  /** A page of its own; within the slots' page, its part of it. */
  @GetMapping("/{brand}/statistiques/heures")
  String show(Member me, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var found = times.of(me.workspaceId(), me.zone());
    model.addAttribute("accounts", accounts.connected(me.workspaceId()).stream()
        .filter(account -> accounts.can(account, PublishesPosts.class))
        .map(a -> view(a, found.getOrDefault(a.id(), AccountTimes.none()), page))
        .toList());
    return page.fragment() ? "analytics/besttime/accounts" : "analytics/besttime/page";
  }

  private BestTimesView view(ConnectedAccount account, BestTimes found, Page page) {
    var level = found.level();
    return new BestTimesView(account.id().toString(),
        account.displayName() + " · " + accounts.connector(account.network()).name(),
        page.t("analytics.best.level." + level), tone(level), icon(level),
        page.t("analytics.best.said." + level, page.number(found.posts()), BestTimes.ENOUGH),
        check(found.check(), page), windows(found, page));
  }

  private static List<BestTimesView.Window> windows(BestTimes found, Page page) {
    return found.windows().stream().map(w -> window(w, page)).toList();
  }

  private static BestTimesView.Window window(Window w, Page page) {
    var from = LocalTime.of(w.hour(), 0);
    var when = page.t("analytics.best.when",
        w.day().getDisplayName(TextStyle.FULL_STANDALONE, page.locale()),
        page.formats().time(from), page.formats().time(from.plusHours(2)));
    return new BestTimesView.Window(w.day().getValue(), from.toString(), when,
        signed(w.gain(), page), page.t("analytics.best.about", signed(w.low(), page),
            signed(w.high(), page), page.count("analytics.best.posts", w.posts())));
  }

  private static String check(@Nullable HeldOut check, Page page) {
    if (check == null) return "";
    if (check.folds() < 3) return page.t("analytics.best.check.none");
    return page.t("analytics.best.check", check.better(), check.folds(), check.posts(),
        signed(Math.expm1(check.gap()), page), signed(Math.expm1(check.low()), page),
        signed(Math.expm1(check.high()), page));
  }

  private static String signed(double share, Page page) {
    var size = Math.abs(share);
    var sign = Math.round(size * 100) == 0 ? "" : share < 0 ? "−" : "+";
    return sign + page.formats().wholePercent(size);
  }

  private static String tone(BestTimes.Level level) {
    return switch (level) {
      case NOT_ENOUGH, EVEN -> "plain";
      case HINT -> "wait";
      case TREND -> "calm";
      case CONFIRMED -> "good";
    };
  }

  private static String icon(BestTimes.Level level) {
    return switch (level) {
      case NOT_ENOUGH, EVEN -> "info";
      case HINT -> "question";
      case TREND -> "rise";
      case CONFIRMED -> "check";
    };
  }
}
