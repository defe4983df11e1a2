package fr.palabre.editorial.web;

import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Paces;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pace beyond which one is told. */
@Controller
@RequestMapping("/{brand}/calendrier/rythme")
@Requires(Permission.PUBLISH)
class PacePosts {
  private final Paces paces;
  private final Pages pages;
  private final Toasts toasts;

  PacePosts(Paces paces, Pages pages, Toasts toasts) {
    this.paces = paces;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping
  String change(Member me, @RequestParam("ecart") int minutes, @RequestParam("jour") int daily,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    paces.change(me, new Pace(Duration.ofMinutes(Math.clamp(minutes, 0, 1440)),
        Math.clamp(daily, 1, 100)));
    toasts.tell(request, response, Toast.done(page.t("caution.saved")));
    return "redirect:" + page.to("creneaux");
  }
}
