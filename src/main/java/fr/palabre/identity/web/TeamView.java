package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.entry.HouseAddress;
import fr.palabre.identity.team.Invitations;
import fr.palabre.identity.team.PendingInvitation;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.web.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the team's page together. */
@Component
public class TeamView {
  private final Team team;
  private final Invitations invitations;
  private final HouseAddress house;

  TeamView(Team team, Invitations invitations, HouseAddress house) {
    this.team = team;
    this.invitations = invitations;
    this.house = house;
  }

  String show(Member me, InviteForm form, Model model, HttpServletRequest request) {
    return show(me, form, new Faults(), model, request);
  }

  String show(Member me, InviteForm form, Faults faults, Model model,
      HttpServletRequest request) {
    var manages = me.may(Permission.TEAM_MANAGE);
    var mates = team.of(me.workspaceId());
    model.addAttribute("mates", mates)
        .addAttribute("me", me.user())
        .addAttribute("manages", manages)
        .addAttribute("links", manages ? mended(me, mates) : Set.of())
        .addAttribute("pending", manages ? pending(me, request) : List.of())
        .addAttribute("byMail", invitations.byMail())
        .addAttribute("roles", List.of(Role.values()))
        .addAttribute("form", form)
        .addAttribute("faults", faults);
    return "identity/team";
  }

  /** Those for whom this administrator may make a sign-in link. */
  private Set<UserId> mended(Member me, List<Team.Teammate> mates) {
    return mates.stream().map(Team.Teammate::id)
        .filter(id -> !id.equals(me.user()) && team.mayMendSignIn(me, id))
        .collect(Collectors.toSet());
  }

  private List<Pending> pending(Member me, HttpServletRequest request) {
    var base = house.forScreen(request);
    return invitations.open(me.workspaceId()).stream()
        .map(open -> new Pending(open, HouseAddress.at(base, "invitation", open.token())))
        .toList();
  }

  /** An invitation and the link to hand over. */
  public record Pending(PendingInvitation invitation, URI link) {}
}
