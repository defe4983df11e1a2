package fr.palabre.publishing.slot.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.QueueId;
import fr.palabre.publishing.slot.QueueMovedOn;
import fr.palabre.publishing.slot.QueueOrder;
import fr.palabre.publishing.slot.SlotQueues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with the contents of queues: in, out, before, after, pause. */
@Controller
@RequestMapping("/{brand}/creneaux")
@Requires(Permission.PUBLISH)
class OrderPosts {
  private final SlotQueues queues;
  private final QueueOrder order;
  private final Placing placing;
  private final SlotGiving giving;
  private final QueueViews views;
  private final Pages pages;
  private final Toasts toasts;

  OrderPosts(SlotQueues queues, QueueOrder order, Placing placing, SlotGiving giving,
      QueueViews views, Pages pages, Toasts toasts) {
    this.queues = queues;
    this.order = order;
    this.placing = placing;
    this.giving = giving;
    this.views = views;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping("/contenus")
  @Requires(Permission.CONTENT_WRITE)
  String add(Member me, @RequestParam("contenu") UUID content,
      @RequestParam(name = "file", required = false) @Nullable UUID queue,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, giving.add(me, new ContentId(content), queue, page));
    return "redirect:" + page.to("contenus/" + content);
  }

  @PostMapping("/contenus/retraits")
  String remove(Member me, @RequestParam("contenu") UUID content, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, placing.remove(me, new ContentId(content))
        ? Toast.done(page.t("slots.removed")) : Toast.failed(page.t("slots.gone")));
    return "redirect:" + page.to("creneaux");
  }

  @PostMapping("/files/{id}/ordre")
  String move(Member me, @PathVariable UUID id, @RequestParam("contenu") UUID content,
      @RequestParam("place") int place, HttpServletRequest request, HttpServletResponse response,
      Model model) {
    var page = pages.of(request);
    toasts.tell(request, response, moved(me, new QueueId(id), new ContentId(content), place, page));
    if (!page.fragment()) return "redirect:" + page.to("creneaux") + "#file-" + id;
    var queue = queues.queue(me.workspaceId(), new QueueId(id));
    model.addAttribute("queue", views.view(me, queue, page));
    return "slots/line";
  }

  @PostMapping("/files/{id}/pause")
  String pause(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    order.pause(me, new QueueId(id));
    return said(id, "slots.pause.done", request, response);
  }

  @PostMapping("/files/{id}/reprise")
  String resume(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var left = order.resume(me, new QueueId(id));
    return said(id, left == 0 ? "slots.resume.done" : "slots.resume.left", request, response);
  }

  private Toast moved(Member me, QueueId id, ContentId content, int place, Page page) {
    try {
      return order.move(me, id, content, place) ? Toast.done(page.t("slots.ordered"))
          : Toast.failed(page.t("slots.gone"));
    } catch (QueueMovedOn left) {
      return Toast.failed(page.t("slots.gone"));
    }
  }

  private String said(UUID id, String key, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, Toast.done(page.t(key)));
    return "redirect:" + page.to("creneaux") + "#file-" + id;
  }
}
