package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.entry.ApiTokens;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own tokens for this brand's API. */
@Controller
@RequestMapping("/{brand}/jetons")
@Requires(Permission.CONTENT_READ)
class TokenPages {
  private final ApiTokens tokens;
  private final Toasts toasts;
  private final Pages pages;

  TokenPages(ApiTokens tokens, Toasts toasts, Pages pages) {
    this.tokens = tokens;
    this.toasts = toasts;
    this.pages = pages;
  }

  @GetMapping
  String tokens(Member me, Model model) {
    return show(me, TokenForm.EMPTY, new Faults(), null, model);
  }

  /** Shows the token on the page that answers: it is kept nowhere. */
  @PostMapping
  String create(Member me, @Valid @ModelAttribute TokenForm form, BindingResult bound,
      Model model, HttpServletResponse response) {
    var faults = form.faults(bound, me);
    if (faults.any()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(me, form, faults, null, model);
    }
    var token = tokens.create(me, form.name(), form.permissions());
    return show(me, TokenForm.EMPTY, new Faults(), token, model);
  }

  @PostMapping("/{id}/retrait")
  String revoke(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    tokens.revoke(me, id);
    toasts.tell(request, response, Toast.done(pages.of(request).t("identity.token.revoked")));
    return "redirect:/" + me.tenantPath() + "/jetons";
  }

  private String show(Member me, TokenForm form, Faults faults, @Nullable String made,
      Model model) {
    model.addAttribute("tokens", tokens.of(me))
        .addAttribute("grantable",
            Arrays.stream(Permission.values()).filter(me::may).toList())
        .addAttribute("form", form).addAttribute("faults", faults)
        .addAttribute("made", made);
    return "identity/tokens";
  }
}
