package fr.palabre.identity.web;

import fr.palabre.identity.entry.FirstRun;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.SessionStore;
import fr.palabre.identity.entry.SignIn;
import fr.palabre.identity.entry.SignIn.Outcome.Refused;
import fr.palabre.identity.entry.SignIn.Outcome.TooMany;
import fr.palabre.identity.entry.SignIn.Outcome.Welcome;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.web.ReturnAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in and going out. */
@Controller
class SignInPages {
  private final SignIn signIn;
  private final FirstRun firstRun;
  private final SessionStore sessions;

  SignInPages(SignIn signIn, FirstRun firstRun, SessionStore sessions) {
    this.signIn = signIn;
    this.firstRun = firstRun;
    this.sessions = sessions;
  }

  @GetMapping("/connexion")
  String form(@RequestParam(defaultValue = "/") String retour, Model model) {
    if (firstRun.needed()) return "redirect:/bienvenue";
    return show(model, new SignInForm("", retour), null);
  }

  @PostMapping("/connexion")
  String signIn(@RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "/") String retour, Model model, HttpServletRequest request,
      HttpServletResponse response) {
    var outcome = signIn.attempt(email.strip(), new Secret(password), Visitor.of(request));
    if (outcome instanceof Welcome welcome) {
      SessionCookie.give(request, response, welcome.session());
      return "redirect:" + ReturnAddress.orElse(retour, "/");
    }
    response.setStatus(status(outcome).value());
    return show(model, new SignInForm(email.strip(), retour), outcome);
  }

  @PostMapping("/deconnexion")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    var session = SessionCookie.session(request);
    if (session != null) sessions.close(session);
    SessionCookie.take(request, response);
    return "redirect:/connexion";
  }

  private static HttpStatus status(SignIn.Outcome outcome) {
    return switch (outcome) {
      case Refused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
      case TooMany _ -> HttpStatus.TOO_MANY_REQUESTS;
      case Welcome _ -> HttpStatus.OK;
    };
  }

  private static String show(Model model, SignInForm form, SignIn.@Nullable Outcome outcome) {
    model.addAttribute("form", form).addAttribute("outcome", outcome);
    return "identity/sign-in";
  }
}
