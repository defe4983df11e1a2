package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.ReturnAddress;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import fr.palabre.publishing.web.Deciding.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
  private static final Map<String, Decision> CHOICES = Map.of(
      "en-ligne", Decision.WENT_OUT, "renvoyer", Decision.NOT_SENT, "reessayer", Decision.RETRY,
      "reduire", Decision.LIGHTEN, "publier", Decision.RELEASE, "abandonner", Decision.DROP);
  private final Deciding deciding;
  private final Pages pages;
  private final Toasts toasts;

  SendingDecisions(Deciding deciding, Pages pages, Toasts toasts) {
    this.deciding = deciding;
    this.pages = pages;
    this.toasts = toasts;
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
    var decision = CHOICES.get(choice);
    if (decision == null) throw new IllegalArgumentException("No decision " + choice);
    return deciding.decide(me, deciding.delivery(me, id), decision);
  }
}
