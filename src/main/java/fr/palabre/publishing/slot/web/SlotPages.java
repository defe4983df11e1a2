package fr.palabre.publishing.slot.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Paces;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.SlotQueue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The slots: the brand's queues, and what a content could get. */
@Controller
@RequestMapping("/{brand}/creneaux")
@Requires(Permission.CONTENT_READ)
class SlotPages {
  private final QueueViews views;
  private final Placing placing;
  private final Contents contents;
  private final Paces paces;
  private final Pages pages;

  SlotPages(QueueViews views, Placing placing, Contents contents, Paces paces, Pages pages) {
    this.views = views;
    this.placing = placing;
    this.contents = contents;
    this.paces = paces;
    this.pages = pages;
  }

  @GetMapping
  String show(Member me, HttpServletRequest request, Model model) {
    model.addAttribute("queues", views.all(me, pages.of(request)));
    model.addAttribute("pace", paces.of(me.workspaceId()));
    model.addAttribute("accounts", views.accounts(me, List.of()));
    return "slots/page";
  }

  /** Each queue that serves a content, with the moment it would get: for the composer's menu. */
  @GetMapping("/offres")
  @Requires(Permission.CONTENT_WRITE)
  String offers(Member me, @RequestParam UUID contenu, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var accounts = contents.find(me.workspaceId(), new ContentId(contenu))
        .map(SlotPages::accounts).orElse(List.of());
    model.addAttribute("offers", placing.serving(me, accounts).stream()
        .map(queue -> offer(me, queue, accounts, page)).toList());
    model.addAttribute("address", page.to("contenus/" + contenu + "/creneau"));
    return "slots/offers";
  }

  private Choice offer(Member me, SlotQueue queue, List<AccountId> accounts, Page page) {
    var when = placing.next(me, queue, accounts).map(m -> QueueViews.said(m, page))
        .orElse(page.t(queue.paused() ? "slots.paused" : "slots.none"));
    return new Choice(queue.id().toString(), page.t("slots.offer", queue.name(), when));
  }

  private static List<AccountId> accounts(Content content) {
    return content.body().chosen().stream().map(Adaptation::account).toList();
  }
}
