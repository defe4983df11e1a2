package fr.palabre.network.connector.bluesky;

import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.Reading;
import fr.palabre.network.Settlement;
import fr.palabre.network.connector.bluesky.Answer.Ok;
import fr.palabre.network.connector.bluesky.Answer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** The network's refusals in the closed list of ours. */
final class BlueskyErrors {
  /** Our word for the refusal of a reply whose message is gone: the network would take it. */
  static final String PARENT_GONE = "ParentGone";
  // A call may still be on its way this long after it left.
  private static final Duration IN_FLIGHT = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int THROTTLED = 429;
  private static final int UNAUTHORIZED = 401;
  private static final int FAULTY = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final Set<String> DISCONNECTED = Set.of(
      "ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired", "AccountTakedown",
      "AccountSuspended", "AccountDeactivated", "AccountNotFound", "RepoTakendown",
      "RepoSuspended", "RepoDeactivated");
  private final Clock clock;

  BlueskyErrors(Clock clock) {
    this.clock = clock;
  }

  /** What became of the call that people see. */
  <T> DeliveryOutcome outcome(Answer<T> answer, Function<T, DeliveryOutcome> delivered) {
    return switch (answer) {
      case Ok<T>(T value) -> delivered.apply(value);
      case Answer.NotSent<T>(String cause) -> new NotSent(cause);
      case Answer.Unknown<T>(String cause) -> new Unknown(cause);
      case Refused<T> refused -> outcome(refused);
    };
  }

  /** What came before that call: whatever was lost there, nothing is out. */
  <T> DeliveryOutcome prepared(Answer<T> answer, Function<T, DeliveryOutcome> call) {
    if (answer instanceof Ok<T>(T value)) return call.apply(value);
    var outcome = outcome(answer, call);
    return outcome instanceof Unknown(String cause) ? new NotSent(cause) : outcome;
  }

  <T> Reading<T> reading(Answer<T> answer) {
    return switch (answer) {
      case Ok<T>(T value) -> new Reading.Read<>(value);
      case Answer.NotSent<T>(String cause) -> new Reading.Failed<>(cause);
      case Answer.Unknown<T>(String cause) -> new Reading.Failed<>(cause);
      case Refused<T> refused when refused.status() == THROTTLED ->
          new Reading.Throttled<>(notBefore(refused));
      case Refused<T> refused when isDisconnected(refused) ->
          new Reading.Disconnected<>(refused.error());
      case Refused<T> refused -> new Reading.Failed<>(refused.error());
    };
  }

  /** What it means that an act is not found, this long after it left. */
  Settlement absent(Instant submittedAt) {
    return clock.instant().isBefore(submittedAt.plus(IN_FLIGHT))
        ? new Settlement.CannotTell("too early: the call may still arrive")
        : new Settlement.Absent();
  }

  static boolean isGone(Refused<?> refused) {
    return Set.of("RecordNotFound", "NotFound", "RepoNotFound").contains(refused.error())
        || refused.message().startsWith("Could not locate record");
  }

  private <T> DeliveryOutcome outcome(Refused<T> refused) {
    if (refused.status() == THROTTLED) return new RetryAfter(notBefore(refused), refused.error());
    if (isDisconnected(refused)) return new Disconnected(refused.error());
    if (refused.status() >= FAULTY && refused.status() != NOT_IMPLEMENTED)
      return new Unknown(refused.error());
    // An image that was swept away between its upload and its use; the next attempt sends it.
    if (refused.error().equals("BlobNotFound")) return new NotSent(refused.error());
    return new Rejected(reason(refused), refused.error(), refused.message());
  }

  private static boolean isDisconnected(Refused<?> refused) {
    return !lacksMessages(refused)
        && (refused.status() == UNAUTHORIZED || DISCONNECTED.contains(refused.error()));
  }

  // An app password made without access to private messages is told so by this (recorded).
  private static boolean lacksMessages(Refused<?> refused) {
    return refused.message().equals("Bad token method");
  }

  private Instant notBefore(Refused<?> refused) {
    return refused.retryAt() == null ? clock.instant().plus(PATIENCE) : refused.retryAt();
  }

  private static Reason reason(Refused<?> refused) {
    if (refused.error().equals(PARENT_GONE)) return Reason.PARENT_GONE;
    if (isGone(refused)) return Reason.NOT_FOUND;
    if (lacksMessages(refused)) return Reason.FORBIDDEN;
    var message = refused.message();
    return switch (refused.error()) {
      case "BlobTooLarge", "PayloadTooLarge" -> Reason.MEDIA_TOO_LARGE;
      case "InvalidMimeType" -> Reason.MEDIA_REFUSED;
      case "Forbidden", "ConvoLocked", "ReactionNotAllowed" -> Reason.FORBIDDEN;
      case "InvalidConvo", "ReactionMessageDeleted" -> Reason.NOT_FOUND;
      default -> {
        if (message.contains("blob too big")) yield Reason.MEDIA_TOO_LARGE;
        if (message.contains("embed.images")) yield Reason.MEDIA_REFUSED;
        if (message.contains("too big") && message.contains(".text")) yield Reason.TEXT_TOO_LONG;
        yield Reason.INVALID;
      }
    };
  }
}
