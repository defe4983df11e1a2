package fr.palabre.publishing.web;

import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.Verdict;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.ReturnAddress;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.Mending;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person decides about an act that does not go on by itself. */
@Controller
@RequestMapping("/{brand}/publication/envois/{delivery}/decisions")
@Requires(Permission.PUBLISH)
class SendingDecisions {
  private final Deliveries deliveries;
  private final Publication publication;
  private final Mending mending;
  private final Pages pages;
  private final Toasts toasts;
  private final Clock clock;

  SendingDecisions(Deliveries deliveries, Publication publication, Mending mending, Pages pages,
      Toasts toasts, Clock clock) {
    this.deliveries = deliveries;
    this.publication = publication;
    this.mending = mending;
    this.pages = pages;
    this.toasts = toasts;
    this.clock = clock;
  }

  @PostMapping
  String decide(Member me, @PathVariable("delivery") UUID id,
      @RequestParam("choix") String choice,
      @RequestParam(name = "ici", required = false) @Nullable String here,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    var done = decide(me, new DeliveryId(id), choice);
    toasts.tell(request, response, done ? Toast.done(page.t("publishing.done." + choice))
        : Toast.failed(page.t("publishing.undone." + (choice.equals("reduire") ? choice : "moved"))));
    return "redirect:" + ReturnAddress.orElse(here, page.to("publication"));
  }

  private boolean decide(Member me, DeliveryId id, String choice) {
    var delivery = deliveries.delivery(me.workspaceId(), id);
    if (!PostId.isAbout(delivery.subject()) && !me.may(Permission.INBOX_REPLY))
      throw new NoSuchElementException("No act " + id + " for this person");
    return switch (choice) {
      case "en-ligne" -> deliveries.settleByPerson(me, id, Verdict.WENT_OUT);
      case "renvoyer" -> deliveries.settleByPerson(me, id, Verdict.NOT_SENT);
      case "reessayer" -> deliveries.retry(me, id, delivery.act());
      case "reduire" -> mending.lighten(me, id);
      case "abandonner" -> deliveries.drop(me, id);
      case "publier" -> release(me, id, new PostId(delivery.subject().id()));
      default -> throw new IllegalArgumentException("No decision " + choice);
    };
  }

  private boolean release(Member me, DeliveryId id, PostId post) {
    if (publication.find(me.workspaceId(), post).isEmpty())
      return deliveries.release(me, id, clock.instant());
    publication.now(me, post);
    return true;
  }
}
