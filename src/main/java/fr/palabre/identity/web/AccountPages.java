package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.entry.OwnAccount;
import fr.palabre.identity.entry.OwnAccount.Proof;
import fr.palabre.identity.entry.PasswordRules;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.identity.entry.Visitor;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.platform.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people set about themselves. */
@Controller
@RequestMapping("/compte")
class AccountPages {
  private final OwnAccount account;
  private final Toasts toasts;
  private final Pages pages;
  private final Words words;

  AccountPages(OwnAccount account, Toasts toasts, Pages pages, Words words) {
    this.account = account;
    this.toasts = toasts;
    this.pages = pages;
    this.words = words;
  }

  @GetMapping
  String account(User me, Model model) {
    return show(AccountForm.of(me), new Faults(), me, model);
  }

  @PostMapping
  String change(User me, @Valid @ModelAttribute AccountForm form, BindingResult bound,
      Model model, HttpServletRequest request, HttpServletResponse response) {
    var faults = Faults.in(bound);
    if (faults.any()) return refused(form, faults, me, model, response);
    var locale = Locale.of(form.language());
    account.change(me, form.name(), locale);
    // In the language just chosen.
    toasts.tell(request, response, Toast.done(words.say(locale, "identity.account.saved")));
    return "redirect:/compte";
  }

  @PostMapping("/mot-de-passe")
  String password(User me, @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password, Model model,
      HttpServletRequest request, HttpServletResponse response) {
    var faults = new Faults();
    var fault = PasswordRules.fault(password, me.name(), me.email());
    if (fault != null) faults.add("password", fault);
    else prove(me, new Secret(current), request, faults);
    if (faults.any()) return refused(AccountForm.of(me), faults, me, model, response);
    account.change(me, new Secret(password),
        Objects.requireNonNull(SessionCookie.session(request)));
    toasts.tell(request, response,
        Toast.done(pages.of(request).t("identity.password.changed")));
    return "redirect:/compte";
  }

  private void prove(User me, Secret current, HttpServletRequest request, Faults faults) {
    var proof = account.prove(me, current, Visitor.of(request));
    if (proof == Proof.WRONG) faults.add("current", "identity.fault.password.wrong");
    if (proof == Proof.TOO_MANY) faults.add("current", "identity.fault.password.toomany");
  }

  private static String refused(AccountForm form, Faults faults, User me, Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(form, faults, me, model);
  }

  private static String show(AccountForm form, Faults faults, User me, Model model) {
    model.addAttribute("form", form).addAttribute("faults", faults)
        .addAttribute("email", me.email());
    return "identity/account";
  }
}
