package fr.palabre.today;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** "Ma journée": what to do now, one click from done. */
@Controller
@Requires(Permission.CONTENT_READ)
class TodayPage {
  private final DayPlan plan;
  private final Pages pages;

  TodayPage(DayPlan plan, Pages pages) {
    this.plan = plan;
    this.pages = pages;
  }

  @GetMapping("/{brand}/journee")
  String today(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("day", plan.of(pages.of(request)));
    return "today/page";
  }
}
