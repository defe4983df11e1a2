package fr.palabre.identity.web;

import fr.palabre.identity.User;
import fr.palabre.identity.Users;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How a person likes Palabre to look; chosen in the frame, on whatever page they are. */
@Controller
class AppearancePages {
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");
  private final Users users;

  AppearancePages(Users users) {
    this.users = users;
  }

  @PostMapping("/compte/apparence")
  String choose(User me, @RequestParam String theme,
      @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/") URI from) {
    if (!THEMES.contains(theme)) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    users.like(me.id(), theme);
    return "redirect:" + back(from);
  }

  // Only the path: one never leaves the house this way.
  private static String back(URI from) {
    var path = from.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//")) return "/";
    return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
  }
}
