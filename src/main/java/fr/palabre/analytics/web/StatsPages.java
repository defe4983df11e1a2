package fr.palabre.analytics.web;

import fr.palabre.analytics.series.Collector;
import fr.palabre.analytics.series.Collector.Round;
import fr.palabre.analytics.series.Posts;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Statistics: a period, network by network, and its posts. */
@Controller
@RequestMapping("/{brand}/statistiques")
@Requires(Permission.METRICS_READ)
class StatsPages {
  private final StatsViews views;
  private final PostSheets sheets;
  private final Posts posts;
  private final Collector collector;
  private final Pages pages;
  private final Toasts toasts;

  StatsPages(StatsViews views, PostSheets sheets, Posts posts, Collector collector, Pages pages,
      Toasts toasts) {
    this.views = views;
    this.sheets = sheets;
    this.posts = posts;
    this.collector = collector;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String show(Member me, StatsQuery query, HttpServletRequest request, Model model) {
    model.addAttribute("stats", views.view(me, query, pages.of(request)));
    return "analytics/stats";
  }

  /** What the network said of one post, reading by reading. */
  @GetMapping("/publications/{id}")
  String post(Member me, @PathVariable UUID id, HttpServletRequest request, Model model) {
    var post = posts.find(me.workspaceId(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("sheet", sheets.sheet(me, post, pages.of(request)));
    return "analytics/post";
  }

  /** Asks the networks now. */
  @PostMapping("/releves")
  @Requires(Permission.REPORT_WRITE)
  String read(Member me, HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, told(collector.collectNow(me.workspaceId()), page));
    return "redirect:" + page.to("statistiques");
  }

  private static Toast told(Round round, Page page) {
    if (round.failed() > 0)
      return Toast.failed(page.count("analytics.read.failed", round.failed()));
    if (round.read() > 0) return Toast.done(page.count("analytics.read.done", round.read()));
    return Toast.done(
        page.t(round.recent() > 0 ? "analytics.read.recent" : "analytics.read.none"));
  }
}
