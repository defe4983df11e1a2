package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.entry.HouseAddress;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works in this brand, and in which role. */
@Controller
@RequestMapping("/{brand}/equipe")
@Requires(Permission.TEAM_MANAGE)
class TeamPages {
  private final Team team;
  private final TeamView view;
  private final SignInLinks links;
  private final HouseAddress house;
  private final Toasts toasts;
  private final Pages pages;

  TeamPages(Team team, TeamView view, SignInLinks links, HouseAddress house, Toasts toasts,
      Pages pages) {
    this.team = team;
    this.view = view;
    this.links = links;
    this.house = house;
    this.toasts = toasts;
    this.pages = pages;
  }

  @GetMapping
  @Requires(Permission.CONTENT_READ)
  String team(Member me, Model model, HttpServletRequest request) {
    return view.show(me, InviteForm.EMPTY, model, request);
  }

  @PostMapping("/{user}/role")
  String change(Member me, @PathVariable UserId user, @RequestParam Role role,
      HttpServletRequest request, HttpServletResponse response) {
    return told(me, team.change(me, user, role), "identity.team.role.changed", request, response);
  }

  @PostMapping("/{user}/retrait")
  String remove(Member me, @PathVariable UserId user, HttpServletRequest request,
      HttpServletResponse response) {
    var done = team.remove(me, user);
    if (done && user.equals(me.user())) return "redirect:/";
    return told(me, done, "identity.team.removed", request, response);
  }

  /** A link to a new password, for someone whom no e-mail can reach. */
  @PostMapping("/{user}/lien")
  String link(Member me, @PathVariable UserId user, Model model, HttpServletRequest request) {
    model.addAttribute("mate", team.teammate(me.workspaceId(), user))
        .addAttribute("link", links.make(me, user, house.forScreen(request)));
    return "identity/sign-in-link";
  }

  private String told(Member me, boolean done, String key, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, done
        ? Toast.done(page.t(key))
        : Toast.failed(page.t("identity.team.last")));
    return "redirect:/" + me.tenantPath() + "/equipe";
  }
}
