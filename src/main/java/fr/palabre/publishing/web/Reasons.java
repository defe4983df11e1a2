package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.OpenDelivery;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.Standing.Because;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.network.Accounts;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.PostDraft;
import fr.palabre.platform.web.Page;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Why a delivery stands where it stands, in plain words, and whose doing it is. */
@Component
class Reasons {
  private final Accounts accounts;

  Reasons(Accounts accounts) {
    this.accounts = accounts;
  }

  /** @param fault message key's end; {@code NOBODY} says nothing */
  record Said(String words, String fault) {}

  Said of(OpenDelivery open, String network, Page page) {
    var d = open.delivery();
    if (open.frozen() && d.standing() instanceof Standing.Scheduled)
      return said("frozen", "PERSON", page);
    var waits = open.accountWaits();
    if (waits != null && waits.isAfter(page.now()) && d.standing() instanceof Standing.Scheduled)
      return said("throttled", "NETWORK", page, network, page.date(waits));
    return switch (d.standing()) {
      case Standing.Scheduled(Instant at, Because because) ->
          scheduled(at, because, network, page);
      case Standing.Held(Hold hold) -> held(d, hold, network, page);
      case Standing.Submitting(Instant since) ->
          said("submitting", "NOBODY", page, network, page.ago(since));
      case Standing.InDoubt doubt -> said("doubt", "NETWORK", page, network,
          page.time(doubt.submittedAt()), page.time(doubt.nextReading()));
      case Standing.Undecided(Instant since) ->
          said("undecided", "NETWORK", page, network, page.date(since));
      case Standing.Refused(Rejected no) -> refused(d, no, network, page);
      case Standing.Accepted _, Standing.Confirmed _ -> said("out", "NOBODY", page, network);
      case Standing.Skipped _ -> said("skipped", "NOBODY", page, page.date(d.notBefore()));
      case Standing.Cancelled _ -> said("cancelled", "NOBODY", page);
    };
  }

  private static Said scheduled(Instant at, Because because, String network, Page page) {
    return switch (because) {
      case HOUR -> at.isAfter(page.now()) ? said("scheduled", "NOBODY", page, page.ago(at))
          : said("due", "NOBODY", page);
      case THROTTLED -> said("throttled", "NETWORK", page, network, page.date(at));
      case UNREACHABLE -> said("unreachable", "NETWORK", page, network, page.time(at));
      case ABSENT -> said("absent", "NOBODY", page, network);
      case QUOTA -> said("quota", "NETWORK", page, network, page.date(at));
      case SPREAD -> said("spread", "NOBODY", page, page.time(at));
    };
  }

  private static Said held(Delivery d, Hold hold, String network, Page page) {
    return switch (hold) {
      case TURN -> said("turn", "NOBODY", page);
      case RECONNECTION -> said("reconnection", "ACCOUNT", page, network);
      case LATE -> said("late", "NOBODY", page, page.date(d.notBefore()));
      case THAWED -> said("thawed", "PERSON", page, page.date(d.notBefore()));
    };
  }

  private Said refused(Delivery d, Rejected no, String network, Page page) {
    var fault = switch (no.reason()) {
      case TEXT_TOO_LONG, TEXT_EMPTY, MEDIA_REFUSED, MEDIA_TOO_LARGE, DUPLICATE -> "CONTENT";
      case FORBIDDEN -> "ACCOUNT";
      case PARENT_GONE, NOT_FOUND, INVALID -> "NETWORK";
    };
    var weights = no.reason() == Reason.MEDIA_TOO_LARGE ? weights(d, page) : "";
    return said("refused." + no.reason(), fault, page, network, weights);
  }

  // " (2,3 Mo, 2 Mo au plus)", where both are known.
  private String weights(Delivery d, Page page) {
    if (!(d.act() instanceof Act.Publish(PostDraft draft)) || draft.images().isEmpty()) return "";
    var heaviest = draft.images().stream().mapToLong(PostDraft.Image::bytes).max().orElse(0);
    var account = accounts.account(d.workspace(), d.account());
    var most = accounts.limits(account).images().maxBytes();
    return heaviest <= most ? "" : " " + page.t("publishing.weights",
        page.formats().bytes(heaviest), page.formats().bytes(most));
  }

  private static Said said(String key, String fault, Page page, Object... arguments) {
    return new Said(page.t("publishing.reason." + key, arguments), fault);
  }
}
