package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.ReturnAddress;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.Rewritten;
import fr.palabre.publishing.ScheduledPost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decides about a message that was changed on its network: theirs stays, or ours goes there again. */
@Controller
@RequestMapping("/{brand}/publication/{post}/ailleurs/{part}")
@Requires(Permission.PUBLISH)
class ElsewherePosts {
  private final Publication publication;
  private final Afterwards afterwards;
  private final Rewritten rewritten;
  private final Pages pages;
  private final Toasts toasts;

  ElsewherePosts(Publication publication, Afterwards afterwards, Rewritten rewritten, Pages pages,
      Toasts toasts) {
    this.publication = publication;
    this.afterwards = afterwards;
    this.rewritten = rewritten;
    this.pages = pages;
    this.toasts = toasts;
  }

  @PostMapping
  String decide(Member me, @PathVariable UUID post, @PathVariable UUID part,
      @RequestParam("choix") String choice,
      @RequestParam(name = "ici", required = false) @Nullable String here,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var done = decide(me, publication.post(me.workspaceId(), new PostId(post)),
        new DeliveryId(part), choice);
    toasts.tell(request, response, done ? Toast.done(page.t("publishing.done." + choice))
        : Toast.failed(page.t("publishing.undone.rewritten")));
    return "redirect:" + ReturnAddress.orElse(here, page.to("publication/" + post));
  }

  private boolean decide(Member me, ScheduledPost post, DeliveryId part, String choice) {
    var message = afterwards.sent(post, part).remoteId();
    return switch (choice) {
      case "garder", "noter" -> rewritten.keep(me, post, message);
      case "remettre" -> rewritten.restore(me, post, message);
      default -> throw new IllegalArgumentException("No decision " + choice);
    };
  }
}
