package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.identity.team.Invitation;
import fr.palabre.identity.team.Invitations;
import fr.palabre.identity.team.Invitations.Welcome.AddressTaken;
import fr.palabre.identity.team.Invitations.Welcome.Joined;
import fr.palabre.identity.team.Invitations.Welcome.TooLate;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the link of an invitation opens: joining with one's account, or with a new one. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPages {
  private final Invitations invitations;
  private final SessionStore sessions;
  private final Pages pages;
  private final Clock clock;

  InvitationPages(Invitations invitations, SessionStore sessions, Pages pages, Clock clock) {
    this.invitations = invitations;
    this.sessions = sessions;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  String invitation(@PathVariable String token, HttpServletRequest request, Model model,
      HttpServletResponse response) {
    var invitation = invitations.behind(token);
    if (invitation.isEmpty()) return gone(response);
    var form = JoinForm.empty(invitation.get(), pages.of(request).locale());
    return show(invitation.get(), token, form, new Faults(), model);
  }

  /** The person signed in joins. */
  @PostMapping
  String join(@PathVariable String token, User me, HttpServletResponse response) {
    return invitations.behind(token)
        .filter(invitation -> invitations.accept(invitation, me.id()))
        .map(invitation -> "redirect:/" + invitation.slug())
        .orElseGet(() -> gone(response));
  }

  /** Someone new gets an account and joins. */
  @PostMapping("/compte")
  String join(@PathVariable String token, @Valid @ModelAttribute JoinForm form,
      BindingResult bound, Model model, HttpServletRequest request,
      HttpServletResponse response) {
    var found = invitations.behind(token);
    if (found.isEmpty()) return gone(response);
    var invitation = found.get();
    var faults = form.faults(bound, invitation);
    if (faults.any()) return refused(invitation, token, form, faults, model, response);
    return switch (invitations.accept(invitation, form.person(invitation))) {
      case Joined joined -> {
        SessionCookie.give(request, response,
            sessions.open(joined.user(), Visitor.of(request).agent(), clock.instant()));
        yield "redirect:/" + invitation.slug();
      }
      case AddressTaken _ -> refused(invitation, token, form,
          faults.add("email", "identity.fault.email.taken"), model, response);
      case TooLate _ -> gone(response);
    };
  }

  private static String refused(Invitation invitation, String token, JoinForm form,
      Faults faults, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(invitation, token, form, faults, model);
  }

  private static String show(Invitation invitation, String token, JoinForm form, Faults faults,
      Model model) {
    model.addAttribute("invitation", invitation).addAttribute("token", token)
        .addAttribute("form", form).addAttribute("faults", faults);
    return "identity/invitation";
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "identity/invitation-gone";
  }
}
