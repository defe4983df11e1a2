package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.identity.User;
import fr.palabre.identity.Workspaces;
import fr.palabre.identity.Workspaces.Place;
import fr.palabre.identity.entry.FirstRun;
import fr.palabre.identity.entry.SessionCookie;
import fr.palabre.platform.web.MenuEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one lands: the first run, the sign-in, or the brand one was in last. */
@Controller
class HomePages {
  private final FirstRun firstRun;
  private final Workspaces workspaces;
  private final ObjectProvider<MenuEntry> menu;

  HomePages(FirstRun firstRun, Workspaces workspaces, ObjectProvider<MenuEntry> menu) {
    this.firstRun = firstRun;
    this.workspaces = workspaces;
    this.menu = menu;
  }

  @GetMapping("/")
  String home(HttpServletRequest request) {
    if (!(request.getAttribute(User.class.getName()) instanceof User user))
      return firstRun.needed() ? "redirect:/bienvenue" : "redirect:/connexion";
    return landing(workspaces.of(user.id()), SessionCookie.brand(request))
        .map(place -> "redirect:/" + place.slug())
        .orElse("redirect:/marques");
  }

  /** A brand's address alone leads to the first screen its menu offers this member. */
  @GetMapping("/{brand:[a-z0-9-]+}")
  @Requires(Permission.CONTENT_READ)
  String brand(Member me) {
    return menu.stream()
        .filter(entry -> entry.group() != MenuEntry.Group.HOUSE && me.may(entry.permission()))
        .min(Comparator.comparing(MenuEntry::group).thenComparing(MenuEntry::order))
        .map(entry -> "redirect:/" + me.tenantPath() + "/" + entry.path())
        .orElse("redirect:/" + me.tenantPath() + "/equipe");
  }

  private static Optional<Place> landing(List<Place> places, @Nullable String last) {
    return places.stream()
        .min(Comparator.comparing((Place place) -> !place.slug().equals(last)));
  }
}
