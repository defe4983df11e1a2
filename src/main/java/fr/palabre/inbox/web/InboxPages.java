package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading the inbox: its list, and a thread. */
@Controller
@RequestMapping("/{brand}/messagerie")
@Requires(Permission.INBOX_READ)
class InboxPages {
  private final InboxViews views;
  private final ThreadStore threads;
  private final Pages pages;

  InboxPages(InboxViews views, ThreadStore threads, Pages pages) {
    this.views = views;
    this.threads = threads;
    this.pages = pages;
  }

  @GetMapping
  String list(Member me, InboxQuery query, Model model) {
    model.addAttribute("inbox", views.whole(me, query, null, Look.SIMPLE));
    return "inbox/page";
  }

  @GetMapping("/{id}")
  String thread(Member me, @PathVariable UUID id, InboxQuery query,
      @RequestParam(defaultValue = "false") boolean entier,
      @RequestParam(required = false) @Nullable UUID reponse,
      @RequestParam(required = false) @Nullable Integer depasse,
      @RequestParam(required = false) @Nullable String refus,
      HttpServletRequest request, Model model) {
    var look = new Look(entier, reponse, depasse, ActPages.known(refus));
    var conversation = new ConversationId(id);
    var fragment = pages.of(request).fragment();
    model.addAttribute("inbox", fragment
        ? views.pane(me, query, conversation, look, List.of())
        : views.whole(me, query, conversation, look));
    return fragment ? "inbox/pane" : "inbox/page";
  }

  /** An answer on its way, asked for again until the network has spoken. */
  @GetMapping("/{id}/paroles/{message}")
  String said(Member me, @PathVariable UUID id, @PathVariable UUID message, InboxQuery query,
      Model model) {
    model.addAttribute("said", threads.said(me, message).orElseThrow());
    model.addAttribute("conversation", id);
    model.addAttribute("query", query);
    return "inbox/said";
  }
}
