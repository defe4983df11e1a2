package fr.palabre.identity.web;

import fr.palabre.identity.entry.PasswordResets;
import fr.palabre.identity.entry.PasswordRules;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.web.Faults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password: ask for a link, then choose another. */
@Controller
@RequestMapping("/mot-de-passe")
class PasswordPages {
  private final PasswordResets resets;
  private final SessionStore sessions;
  private final Clock clock;

  PasswordPages(PasswordResets resets, SessionStore sessions, Clock clock) {
    this.resets = resets;
    this.sessions = sessions;
    this.clock = clock;
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("byMail", resets.byMail());
    return "identity/forgotten";
  }

  @PostMapping
  String ask(@RequestParam(defaultValue = "") String email, Model model,
      HttpServletRequest request, HttpServletResponse response) {
    var closed = resets.ask(email.strip(), Visitor.of(request));
    if (closed.isPresent()) response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    model.addAttribute("byMail", resets.byMail()).addAttribute("asked", closed.isEmpty())
        .addAttribute("until", closed.orElse(null));
    return "identity/forgotten";
  }

  @GetMapping("/{token}")
  String choose(@PathVariable String token, Model model, HttpServletResponse response) {
    return show(token, new Faults(), model, response);
  }

  @PostMapping("/{token}")
  String set(@PathVariable String token, @RequestParam(defaultValue = "") String password,
      Model model, HttpServletRequest request, HttpServletResponse response) {
    var holder = resets.holder(token);
    if (holder.isEmpty()) return show(token, new Faults(), model, response);
    var fault = PasswordRules.fault(password, holder.get().name(), holder.get().email());
    if (fault != null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(token, new Faults().add("password", fault), model, response);
    }
    return resets.reset(token, new Secret(password)).map(person -> {
      SessionCookie.give(request, response,
          sessions.open(person, Visitor.of(request).agent(), clock.instant()));
      return "redirect:/";
    }).orElseGet(() -> show(token, new Faults(), model, response));
  }

  private String show(String token, Faults faults, Model model, HttpServletResponse response) {
    var holds = resets.holds(token);
    if (!holds) response.setStatus(HttpStatus.GONE.value());
    model.addAttribute("holds", holds).addAttribute("token", token)
        .addAttribute("faults", faults);
    return "identity/new-password";
  }
}
