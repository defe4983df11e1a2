package fr.palabre.identity.web;

import fr.palabre.identity.BrandHolding;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.team.Logo;
import fr.palabre.identity.team.WorkspaceSettings;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** The brand's own settings, its logo, and its end. */
@Controller
@RequestMapping("/{brand}/reglages")
@Requires(Permission.WORKSPACE_MANAGE)
class SettingsPages {
  private final WorkspaceSettings settings;
  private final ObjectProvider<BrandHolding> holdings;
  private final Toasts toasts;
  private final Pages pages;

  SettingsPages(WorkspaceSettings settings, ObjectProvider<BrandHolding> holdings,
      Toasts toasts, Pages pages) {
    this.settings = settings;
    this.holdings = holdings;
    this.toasts = toasts;
    this.pages = pages;
  }

  @GetMapping
  String settings(Member me, Model model) {
    return show(BrandForm.of(me.workspace()), new Faults(), model);
  }

  @PostMapping
  String change(Member me, @Valid @ModelAttribute BrandForm form, BindingResult bound,
      Model model, HttpServletRequest request, HttpServletResponse response) {
    var faults = form.faults(bound);
    if (faults.any()) return refused(form, faults, model, response);
    settings.change(me, form.brand(), form.locale(), ZoneId.of(form.zone()),
        form.ownerMayApprove());
    return told(me, "identity.settings.saved", request, response);
  }

  @PostMapping("/logo")
  String logo(Member me, @RequestParam(required = false) @Nullable MultipartFile logo,
      Model model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var drawn = logo == null ? null : Logo.from(logo.getBytes()).orElse(null);
    if (drawn == null)
      return refused(BrandForm.of(me.workspace()),
          new Faults().add("logo", "identity.fault.logo"), model, response);
    settings.show(me.workspace(), me.user(), drawn);
    return told(me, "identity.settings.saved", request, response);
  }

  @PostMapping("/logo/retrait")
  String noLogo(Member me, HttpServletRequest request, HttpServletResponse response) {
    settings.show(me.workspace(), me.user(), null);
    return told(me, "identity.settings.saved", request, response);
  }

  /** Asks once, naming what goes. */
  @GetMapping("/suppression")
  String farewell(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("held", held(pages.of(request), me));
    return "identity/deletion";
  }

  @PostMapping("/suppression")
  String delete(Member me) {
    settings.delete(me);
    return "redirect:/";
  }

  private List<String> held(Page page, Member me) {
    return holdings.orderedStream()
        .flatMap(holding -> holding.held(page, me.workspaceId()).stream())
        .toList();
  }

  private static String refused(BrandForm form, Faults faults, Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(form, faults, model);
  }

  private static String show(BrandForm form, Faults faults, Model model) {
    model.addAttribute("form", form).addAttribute("faults", faults);
    return "identity/settings";
  }

  private String told(Member me, String key, HttpServletRequest request,
      HttpServletResponse response) {
    toasts.tell(request, response, Toast.done(pages.of(request).t(key)));
    return "redirect:/" + me.tenantPath() + "/reglages";
  }
}
