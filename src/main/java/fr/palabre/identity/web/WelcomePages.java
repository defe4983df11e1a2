package fr.palabre.identity.web;

import fr.palabre.identity.entry.FirstRun;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first page of a new house. Once it has served, it does not exist. */
@Controller
@RequestMapping("/bienvenue")
class WelcomePages {
  private final FirstRun firstRun;
  private final SessionStore sessions;
  private final Clock clock;
  private final Pages pages;

  WelcomePages(FirstRun firstRun, SessionStore sessions, Clock clock, Pages pages) {
    this.firstRun = firstRun;
    this.sessions = sessions;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping
  String form(Model model, HttpServletRequest request) {
    if (!firstRun.needed()) throw gone();
    return show(model, WelcomeForm.empty(pages.of(request).locale()), new Faults());
  }

  @PostMapping
  String raise(@Valid @ModelAttribute WelcomeForm form, BindingResult bound, Model model,
      HttpServletRequest request, HttpServletResponse response) {
    if (!firstRun.needed()) throw gone();
    var faults = form.faults(bound);
    if (faults.any()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, form, faults);
    }
    var raised = firstRun.raise(form.administrator(), form.workspace(), origin(request))
        .orElseThrow(WelcomePages::gone);
    SessionCookie.give(request, response,
        sessions.open(raised.administrator(), Visitor.of(request).agent(), clock.instant()));
    return "redirect:/" + raised.brand().slug();
  }

  private static String show(Model model, WelcomeForm form, Faults faults) {
    model.addAttribute("form", form).addAttribute("faults", faults);
    return "identity/welcome";
  }

  private static URI origin(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
