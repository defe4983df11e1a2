package fr.palabre.publishing.web;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.web.BoardView.Act;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buttons that mend what does not go on. */
final class BoardActs {
  private final Delivery delivery;
  private final @Nullable ScheduledPost post;
  private final Page page;

  BoardActs(Delivery delivery, @Nullable ScheduledPost post, Page page) {
    this.delivery = delivery;
    this.post = post;
    this.page = page;
  }

  List<Act> all() {
    return switch (delivery.standing()) {
      case Standing.Undecided _ -> List.of(decide("en-ligne", true), decide("renvoyer", false));
      // Still being looked for: one who knows better may say so, nobody is pressed to.
      case Standing.InDoubt _ -> List.of(decide("en-ligne", false), decide("renvoyer", false));
      case Standing.Refused(var no) -> refused(no.reason());
      case Standing.Held(Hold hold) -> held(hold);
      case Standing.Scheduled _, Standing.Submitting _, Standing.Accepted _,
          Standing.Confirmed _, Standing.Cancelled _ -> List.of();
      case Standing.Skipped _ -> post == null ? List.of()
          : List.of(link("content", "contenus/" + post.content(), false));
    };
  }

  private List<Act> held(Hold hold) {
    return switch (hold) {
      case TURN -> List.of();
      case RECONNECTION -> List.of(link("reconnect", "reseaux", true), abandon());
      case LATE, THAWED -> {
        // After a freeze, none of the three is what one usually wants.
        var acts = new ArrayList<>(List.of(decide("publier", hold == Hold.LATE)));
        if (post != null) acts.add(link("move", "publication/" + post.id() + "#date", false));
        acts.add(abandon());
        yield acts;
      }
    };
  }

  private List<Act> refused(Reason reason) {
    var acts = new ArrayList<Act>();
    switch (reason) {
      case MEDIA_TOO_LARGE -> acts.add(decide("reduire", true));
      case FORBIDDEN -> acts.add(link("account", "reseaux", true));
      case TEXT_TOO_LONG, TEXT_EMPTY, MEDIA_REFUSED -> content(acts, true);
      case DUPLICATE, PARENT_GONE, NOT_FOUND, INVALID -> content(acts, false);
    }
    if (reason != Reason.DUPLICATE) acts.add(decide("reessayer", acts.isEmpty()));
    acts.add(abandon());
    return acts;
  }

  private void content(List<Act> acts, boolean primary) {
    if (post != null) acts.add(link("content", "contenus/" + post.content(), primary));
  }

  private Act abandon() {
    var name = post == null ? "" : post.title();
    return new Act(page.t("publishing.act.abandonner"), decisions(), "abandonner", false,
        page.t("publishing.abandon.confirm", name));
  }

  private Act decide(String choice, boolean primary) {
    return new Act(page.t("publishing.act." + choice), decisions(), choice, primary, null);
  }

  private Act link(String key, String path, boolean primary) {
    return new Act(page.t("publishing.act." + key), page.to(path), null, primary, null);
  }

  private String decisions() {
    return page.to("publication/envois/" + delivery.id() + "/decisions");
  }
}
