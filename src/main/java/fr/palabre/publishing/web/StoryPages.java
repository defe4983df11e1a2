package fr.palabre.publishing.web;

import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of a post, step by step: what was sent, what the network said, what to do. */
@Controller
@RequestMapping("/{brand}/publication")
@Requires(Permission.CONTENT_READ)
class StoryPages {
  private final Publication publication;
  private final Deliveries deliveries;
  private final StoryViews views;
  private final Pages pages;

  StoryPages(Publication publication, Deliveries deliveries, StoryViews views, Pages pages) {
    this.publication = publication;
    this.deliveries = deliveries;
    this.views = views;
    this.pages = pages;
  }

  @GetMapping("/{id}")
  String show(Member me, @PathVariable UUID id, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    model.addAttribute("story", publication.find(me.workspaceId(), new PostId(id))
        .map(post -> views.of(post, me, page))
        .orElseGet(() -> act(me, new DeliveryId(id), page)));
    return "publishing/story";
  }

  /** What became of a content on one of its accounts, for pages that know nothing of posts. */
  @GetMapping("/contenus/{content}/{adaptation}")
  String of(Member me, @PathVariable UUID content, @PathVariable UUID adaptation,
      HttpServletRequest request) {
    var post = publication.last(me.workspaceId(), new ContentId(content),
        new AdaptationId(adaptation));
    return "redirect:" + pages.of(request).to("publication/" + post.id());
  }

  private StoryView act(Member me, DeliveryId id, Page page) {
    var delivery = deliveries.delivery(me.workspaceId(), id);
    if (!PostId.isAbout(delivery.subject()) && !me.may(Permission.INBOX_READ))
      throw new NoSuchElementException("No act " + id + " for this person");
    return views.of(delivery, me, page);
  }
}
