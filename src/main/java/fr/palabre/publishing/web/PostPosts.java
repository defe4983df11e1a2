package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with a post: its hour, its end, its words once it is out. */
@Controller
@RequestMapping("/{brand}/publication")
@Requires(Permission.PUBLISH)
class PostPosts {
  private final Publication publication;
  private final Afterwards afterwards;
  private final Pages pages;
  private final Toasts toasts;

  PostPosts(Publication publication, Afterwards afterwards, Pages pages, Toasts toasts) {
    this.publication = publication;
    this.afterwards = afterwards;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping("/departs")
  String together(Member me,
      @RequestParam(name = "posts", defaultValue = "") List<UUID> posts,
      HttpServletRequest request, HttpServletResponse response) {
    if (posts.isEmpty()) return failed(request, response, "publishing.undone.unticked", "");
    publication.nowApart(me, posts.stream().map(PostId::new).toList());
    return said(request, response, "publishing.done.departs", "");
  }

  @PostMapping("/abandons")
  String none(Member me,
      @RequestParam(name = "posts", defaultValue = "") List<UUID> posts,
      HttpServletRequest request, HttpServletResponse response) {
    if (posts.isEmpty()) return failed(request, response, "publishing.undone.unticked", "");
    publication.cancelAll(me, posts.stream().map(PostId::new).toList());
    return said(request, response, "publishing.done.abandonner", "");
  }

  @PostMapping("/dates")
  String later(Member me,
      @RequestParam(name = "posts", defaultValue = "") List<UUID> posts,
      @RequestParam(name = "date", required = false) @Nullable LocalDateTime date,
      HttpServletRequest request, HttpServletResponse response) {
    if (posts.isEmpty()) return failed(request, response, "publishing.undone.unticked", "");
    if (date == null) return failed(request, response, "publishing.undone.undated", "");
    return publication.moveApart(me, posts.stream().map(PostId::new).toList(), date)
        ? said(request, response, "publishing.done.dates", "")
        : failed(request, response, "publishing.undone.date", "");
  }

  @PostMapping("/{post}/depart")
  String now(Member me, @PathVariable UUID post, HttpServletRequest request,
      HttpServletResponse response) {
    publication.now(me, new PostId(post));
    return said(request, response, "publishing.done.publier", "/" + post);
  }

  @PostMapping("/{post}/date")
  String move(Member me, @PathVariable UUID post, @RequestParam("date") LocalDateTime date,
      HttpServletRequest request, HttpServletResponse response) {
    return publication.move(me, new PostId(post), date)
        ? said(request, response, "publishing.done.date", "/" + post)
        : failed(request, response, "publishing.undone.date", "/" + post);
  }

  @PostMapping("/{post}/annulation")
  String cancel(Member me, @PathVariable UUID post, HttpServletRequest request,
      HttpServletResponse response) {
    return publication.cancel(me, new PostId(post))
        ? said(request, response, "publishing.done.annulation", "/" + post)
        : failed(request, response, "publishing.undone.moved", "/" + post);
  }

  @PostMapping("/{post}/suppression")
  String remove(Member me, @PathVariable UUID post, HttpServletRequest request,
      HttpServletResponse response) {
    return afterwards.remove(me, publication.post(me.workspaceId(), new PostId(post)))
        ? said(request, response, "publishing.done.suppression", "/" + post)
        : failed(request, response, "publishing.undone.suppression", "/" + post);
  }

  // What was validated is what went out: changing it afterwards asks for the same power.
  @PostMapping("/{post}/correction")
  @Requires(Permission.CONTENT_APPROVE)
  String correct(Member me, @PathVariable UUID post, @RequestParam("message") UUID message,
      @RequestParam("texte") String text, HttpServletRequest request,
      HttpServletResponse response) {
    var found = publication.post(me.workspaceId(), new PostId(post));
    return afterwards.correct(me, found, new DeliveryId(message), text.strip())
        ? said(request, response, "publishing.done.correction", "/" + post)
        : failed(request, response, "publishing.undone.correction", "/" + post);
  }

  private String said(HttpServletRequest request, HttpServletResponse response, String key,
      String below) {
    var page = pages.of(request);
    toasts.tell(request, response, Toast.done(page.t(key)));
    return back(page, below);
  }

  private String failed(HttpServletRequest request, HttpServletResponse response, String key,
      String below) {
    var page = pages.of(request);
    toasts.tell(request, response, Toast.failed(page.t(key)));
    return back(page, below);
  }

  private static String back(Page page, String below) {
    return "redirect:" + page.to("publication" + below);
  }
}
