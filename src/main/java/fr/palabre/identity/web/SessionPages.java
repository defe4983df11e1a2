package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where one is signed in, and how to end it there. */
@Controller
@RequestMapping("/compte/sessions")
class SessionPages {
  private final SessionStore sessions;
  private final Toasts toasts;
  private final Pages pages;
  private final Clock clock;

  SessionPages(SessionStore sessions, Toasts toasts, Pages pages, Clock clock) {
    this.sessions = sessions;
    this.toasts = toasts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  String sessions(User me, HttpServletRequest request, Model model) {
    model.addAttribute("sessions", sessions.of(me.id(), current(request), clock.instant()));
    return "identity/sessions";
  }

  @PostMapping("/{id}/fin")
  String end(User me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    sessions.end(me.id(), id);
    return told("identity.session.ended", request, response);
  }

  @PostMapping("/autres/fin")
  String endOthers(User me, HttpServletRequest request, HttpServletResponse response) {
    sessions.endOthers(me.id(), current(request));
    return told("identity.session.others.ended", request, response);
  }

  private String told(String key, HttpServletRequest request, HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(pages.of(request).t(key)));
    return "redirect:/compte/sessions";
  }

  private static String current(HttpServletRequest request) {
    return Objects.requireNonNull(SessionCookie.session(request));
  }
}
