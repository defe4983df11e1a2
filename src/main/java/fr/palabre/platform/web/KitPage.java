package fr.palabre.platform.web;

import fr.palabre.platform.PalabreSettings;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Every component in each of its states, for those who draw pages; in the demo only. */
@Controller
class KitPage {
  private static final List<String> ICONS = List.of("day", "strategy", "idea", "calendar", "media",
      "message", "shield", "community", "watch", "chart", "report", "settings", "plug", "book",
      "plus", "minus", "search", "bell", "check", "x", "clock", "send", "edit", "trash", "undo",
      "refresh", "link", "external", "image", "reply", "heart", "repost", "note", "user", "users",
      "assign", "lock", "eye-off", "alert", "question", "info", "pause", "freeze", "play", "up",
      "down", "left", "right", "rise", "fall", "more", "menu", "filter", "sort", "download",
      "upload", "copy", "print", "sun", "moon", "keyboard", "globe", "star", "tag", "pin",
      "archive", "mail", "key", "history", "split", "out", "draft", "net-bluesky", "net-mastodon",
      "net-village", "net-other");

  private final PalabreSettings settings;

  KitPage(PalabreSettings settings) {
    this.settings = settings;
  }

  @GetMapping("/composants")
  String kit(Model model) {
    if (!settings.demo()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    model.addAttribute("icons", ICONS);
    return "kit/kit";
  }
}
