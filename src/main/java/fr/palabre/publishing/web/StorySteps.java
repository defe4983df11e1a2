package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryAttempt;
import fr.palabre.delivery.DeliveryAttempt.Result;
import fr.palabre.identity.UserId;
import fr.palabre.platform.web.Page;
import fr.palabre.publishing.web.StoryView.Step;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells each attempt: what was sent, what the network said, what then. */
final class StorySteps {
  private final Page page;
  private final String network;
  private final Map<UserId, String> names;

  StorySteps(Page page, String network, Map<UserId, String> names) {
    this.page = page;
    this.network = network;
    this.names = names;
  }

  Step step(DeliveryAttempt attempt) {
    var result = attempt.result();
    if (result == null)
      return new Step("wait", "send", page.t("publishing.step.SENT", network), attempt.at());
    return new Step(tone(result), icon(result), words(attempt, result), attempt.at());
  }

  private String words(DeliveryAttempt attempt, Result result) {
    var words = page.t("publishing.step." + result, network, name(attempt.by()));
    return words + detail(attempt, result) + until(attempt, result);
  }

  private String detail(DeliveryAttempt attempt, Result result) {
    if (attempt.detail().isBlank()) return "";
    return " " + page.t(switch (result) {
      case REJECTED, RETRY_AFTER, DISCONNECTED -> "publishing.step.said";
      default -> "publishing.step.cause";
    }, attempt.detail());
  }

  private String until(DeliveryAttempt attempt, Result result) {
    if (attempt.until() == null || result == Result.ABSENT) return "";
    return " " + page.t(switch (result) {
      case UNKNOWN, CANNOT_TELL -> "publishing.step.reading";
      default -> "publishing.step.until";
    }, page.date(attempt.until()));
  }

  private String name(@Nullable UUID person) {
    return person == null ? "" : names.getOrDefault(new UserId(person), "");
  }

  private static String tone(Result result) {
    return switch (result) {
      case DELIVERED, FOUND, WENT_OUT -> "good";
      case REJECTED, DISCONNECTED, UNKNOWN -> "late";
      case RETRY_AFTER, NOT_SENT, ABSENT, CANNOT_TELL, NOT_OUT -> "wait";
      case RELEASED, MOVED, DROPPED -> "plain";
    };
  }

  private static String icon(Result result) {
    return switch (result) {
      case DELIVERED, FOUND, WENT_OUT -> "check";
      case REJECTED -> "alert";
      case DISCONNECTED -> "plug";
      case UNKNOWN, CANNOT_TELL -> "question";
      case RETRY_AFTER -> "clock";
      case NOT_SENT, ABSENT, NOT_OUT -> "refresh";
      case RELEASED, MOVED -> "send";
      case DROPPED -> "x";
    };
  }
}
