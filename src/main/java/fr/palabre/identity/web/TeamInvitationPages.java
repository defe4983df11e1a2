package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.team.Invitations;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Inviting people into this brand. */
@Controller
@RequestMapping("/{brand}/equipe/invitations")
@Requires(Permission.TEAM_MANAGE)
class TeamInvitationPages {
  private final Invitations invitations;
  private final Team team;
  private final TeamView view;
  private final Toasts toasts;
  private final Pages pages;

  TeamInvitationPages(Invitations invitations, Team team, TeamView view, Toasts toasts,
      Pages pages) {
    this.invitations = invitations;
    this.team = team;
    this.view = view;
    this.toasts = toasts;
    this.pages = pages;
  }

  @PostMapping
  String invite(Member me, @Valid @ModelAttribute InviteForm form, BindingResult bound,
      Model model, HttpServletRequest request, HttpServletResponse response) {
    var faults = Faults.in(bound);
    if (isHere(me, form.email())) faults.add("email", "identity.fault.here");
    if (faults.any()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return view.show(me, form, faults, model, request);
    }
    invitations.invite(me, form.address(), form.role());
    var mailed = form.address() != null && invitations.byMail();
    return told(me, mailed ? "identity.invitation.sent" : "identity.invitation.made", request,
        response);
  }

  @PostMapping("/{id}/retrait")
  String withdraw(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    invitations.withdraw(me, id);
    return told(me, "identity.invitation.withdrawn", request, response);
  }

  private boolean isHere(Member me, String email) {
    return team.of(me.workspaceId()).stream()
        .anyMatch(mate -> mate.email().equalsIgnoreCase(email));
  }

  private String told(Member me, String key, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(pages.of(request).t(key)));
    return "redirect:/" + me.tenantPath() + "/equipe";
  }
}
