package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.Workspaces;
import fr.palabre.identity.team.Team;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Faults;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A person's brands: the switcher in the frame, the whole list, and one more. */
@Controller
@RequestMapping("/marques")
class BrandPages {
  private final Workspaces workspaces;
  private final Team team;
  private final Toasts toasts;
  private final Pages pages;

  BrandPages(Workspaces workspaces, Team team, Toasts toasts, Pages pages) {
    this.workspaces = workspaces;
    this.team = team;
    this.toasts = toasts;
    this.pages = pages;
  }

  @GetMapping
  String brands(User me, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    return show(me, BrandForm.empty(page.locale(), page.zone()), new Faults(), model);
  }

  /** Asked for by the frame when its menu opens. */
  @GetMapping("/choix")
  String choices(User me, @RequestParam String ici, Model model) {
    model.addAttribute("places", workspaces.of(me.id()).stream()
        .map(place -> new Choice("/" + place.slug(), place.name(), place.slug().equals(ici)))
        .toList());
    return "identity/choices";
  }

  @PostMapping
  String create(User me, @Valid @ModelAttribute BrandForm form, BindingResult bound, Model model,
      HttpServletResponse response) {
    if (!workspaces.mayCreate(me.id())) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    var faults = form.faults(bound);
    if (faults.any()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(me, form, faults, model);
    }
    return "redirect:/" + workspaces.create(form.workspace(), me.id()).slug();
  }

  /** One takes oneself out of a brand. */
  @PostMapping("/{slug}/depart")
  String leave(User me, @PathVariable String slug, HttpServletRequest request,
      HttpServletResponse response) {
    var place = workspaces.of(me.id()).stream().filter(p -> p.slug().equals(slug)).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var page = pages.of(request);
    toasts.tell(request, response, team.leave(place.id(), me.id())
        ? Toast.done(page.t("identity.brands.left", place.name()))
        : Toast.failed(page.t("identity.team.last")));
    return "redirect:/marques";
  }

  private String show(User me, BrandForm form, Faults faults, Model model) {
    model.addAttribute("places", workspaces.of(me.id()))
        .addAttribute("mayCreate", workspaces.mayCreate(me.id()))
        .addAttribute("form", form).addAttribute("faults", faults);
    return "identity/brands";
  }
}
