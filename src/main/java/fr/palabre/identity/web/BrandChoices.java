package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.Workspaces;
import fr.palabre.platform.web.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brands a person may switch to, asked for by the frame when its menu opens. */
@Controller
class BrandChoices {
  private final Workspaces workspaces;

  BrandChoices(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @GetMapping("/marques/choix")
  String choices(User me, @RequestParam String ici, Model model) {
    model.addAttribute("places", workspaces.of(me.id()).stream()
        .map(place -> new Choice("/" + place.slug(), place.name(), place.slug().equals(ici)))
        .toList());
    return "identity/choices";
  }
}
