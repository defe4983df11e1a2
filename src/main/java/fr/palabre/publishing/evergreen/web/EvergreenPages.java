package fr.palabre.publishing.evergreen.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Evergreen queues: the list, one of them, what can be added, one of its contents. */
@Controller
@RequestMapping("/{brand}/intemporels")
@Requires(Permission.CONTENT_READ)
class EvergreenPages {
  private final EvergreenQueues queues;
  private final EvergreenViews views;
  private final EntryViews entries;
  private final Contents contents;
  private final Pages pages;

  EvergreenPages(EvergreenQueues queues, EvergreenViews views, EntryViews entries,
      Contents contents, Pages pages) {
    this.queues = queues;
    this.views = views;
    this.entries = entries;
    this.contents = contents;
    this.pages = pages;
  }

  /** @param contenu a content to put into one of them */
  @GetMapping
  String list(Member me, @RequestParam(required = false) @Nullable UUID contenu,
      HttpServletRequest request, Model model) {
    model.addAttribute("queues", views.all(me, pages.of(request)));
    model.addAttribute("wanted", contenu == null ? null
        : contents.content(me.workspaceId(), new ContentId(contenu)));
    return "evergreen/list";
  }

  @GetMapping("/{id}")
  String show(Member me, @PathVariable UUID id, HttpServletRequest request, Model model) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    model.addAttribute("queue", views.view(me, queue, pages.of(request)));
    return "evergreen/one";
  }

  /** Contents to choose from, the last ones touched first. */
  @GetMapping("/{id}/ajout")
  @Requires(Permission.PUBLISH)
  String choose(Member me, @PathVariable UUID id,
      @RequestParam(name = "q", defaultValue = "") String words, HttpServletRequest request,
      Model model) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    model.addAttribute("queue", queue);
    model.addAttribute("words", words);
    model.addAttribute("choices", entries.choices(me, words, pages.of(request)));
    return "evergreen/add";
  }

  @GetMapping("/{id}/contenus/{content}")
  String entry(Member me, @PathVariable UUID id, @PathVariable UUID content,
      HttpServletRequest request, Model model) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    model.addAttribute("entry",
        entries.view(me, queue, new ContentId(content), pages.of(request)));
    return "evergreen/entry";
  }
}
