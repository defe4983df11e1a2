package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.LatePolicy;
import fr.palabre.publishing.LateRule;
import fr.palabre.publishing.LateRule.Then;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The publication board. */
@Controller
@RequestMapping("/{brand}/publication")
@Requires(Permission.CONTENT_READ)
class BoardPages {
  private final BoardViews views;
  private final LatePolicy late;
  private final Pages pages;
  private final Toasts toasts;

  BoardPages(BoardViews views, LatePolicy late, Pages pages, Toasts toasts) {
    this.views = views;
    this.late = late;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String show(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("board", views.view(me, pages.of(request)));
    return "publishing/board";
  }

  @PostMapping("/retard")
  @Requires(Permission.PUBLISH)
  String late(Member me, @RequestParam("minutes") int minutes,
      @RequestParam(name = "ensuite", defaultValue = "ASK") Then then,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    late.change(me,
        new LateRule(Duration.ofMinutes(Math.clamp(minutes, 0, 10_080)), then));
    toasts.tell(request, response, Toast.done(page.t("publishing.latest.saved")));
    return "redirect:" + page.to("publication");
  }
}
