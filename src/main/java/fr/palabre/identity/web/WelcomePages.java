package fr.palabre.identity.web;

import fr.palabre.identity.entry.FirstRun;
import fr.palabre.identity.entry.HouseAddress;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.identity.team.Logo;
import fr.palabre.identity.team.WorkspaceSettings;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The first page of a new house. Once it has served, it does not exist. */
@Controller
@RequestMapping("/bienvenue")
class WelcomePages {
  private final FirstRun firstRun;
  private final SessionStore sessions;
  private final WorkspaceSettings settings;
  private final Clock clock;
  private final Pages pages;

  WelcomePages(FirstRun firstRun, SessionStore sessions, WorkspaceSettings settings,
      Clock clock, Pages pages) {
    this.firstRun = firstRun;
    this.sessions = sessions;
    this.settings = settings;
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
      @RequestParam(required = false) @Nullable MultipartFile logo, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    if (!firstRun.needed()) throw gone();
    var faults = form.faults(bound);
    var picture = picture(logo, faults);
    if (faults.any()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, form, faults);
    }
    var raised = firstRun.raise(form.administrator(), form.workspace(), HouseAddress.origin(request))
        .orElseThrow(WelcomePages::gone);
    if (picture != null) show(raised, picture);
    SessionCookie.give(request, response,
        sessions.open(raised.administrator(), Visitor.of(request).agent(), clock.instant()));
    return "redirect:/" + raised.brand().slug();
  }

  private static byte @Nullable [] picture(@Nullable MultipartFile logo, Faults faults)
      throws IOException {
    if (logo == null || logo.isEmpty()) return null;
    var drawn = Logo.from(logo.getBytes());
    if (drawn.isEmpty()) faults.add("logo", "identity.fault.logo");
    return drawn.orElse(null);
  }

  private void show(FirstRun.Raised raised, byte[] picture) {
    RowScope.bound(raised.brand().id().value(), () -> {
      settings.show(raised.brand(), raised.administrator(), picture);
      return true;
    });
  }

  private static String show(Model model, WelcomeForm form, Faults faults) {
    model.addAttribute("form", form).addAttribute("faults", faults);
    return "identity/welcome";
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
