package fr.palabre.network.connector.bluesky;

import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.Settlement;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The network's refusals in the closed list of ours. */
final class BlueskyErrors extends Refusals {
  /** Our word for the refusal of a reply whose message is gone: the network would take it. */
  static final String PARENT_GONE = "ParentGone";
  // A call may still be on its way this long after it left.
  private static final Duration IN_FLIGHT = Duration.ofMinutes(1);
  private static final Set<String> DISCONNECTED = Set.of(
      "ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired", "AccountTakedown",
      "AccountSuspended", "AccountDeactivated", "AccountNotFound", "RepoTakendown",
      "RepoSuspended", "RepoDeactivated");

  BlueskyErrors(Clock clock) {
    super(clock);
  }

  /**
   * What it means that an act is not found, this long after it left.
   *
   * @param askedAt when the reading began, however late it was heard
   */
  Settlement absent(Instant submittedAt, Instant askedAt) {
    return askedAt.isBefore(submittedAt.plus(IN_FLIGHT))
        ? new Settlement.CannotTell("too early: the call may still arrive")
        : new Settlement.Absent();
  }

  static boolean isGone(Refused<?> refused) {
    return Set.of("RecordNotFound", "NotFound", "RepoNotFound").contains(refused.code())
        || refused.words().startsWith("Could not locate record");
  }

  /** The server failed at it, and may have done it all the same. */
  static boolean isFault(Refused<?> refused) {
    return refused.status() >= FAULTY && refused.status() != NOT_IMPLEMENTED;
  }

  @Override
  protected DeliveryOutcome refusal(Refused<?> refused) {
    if (refused.status() == THROTTLED) return new RetryAfter(notBefore(refused), refused.code());
    if (isDisconnected(refused)) return new Disconnected(refused.code());
    if (isFault(refused)) return new Unknown(refused.code());
    // An image that was swept away between its upload and its use; the next attempt sends it.
    if (refused.code().equals("BlobNotFound")) return new NotSent(refused.code());
    return new Rejected(reason(refused), refused.code(), refused.words());
  }

  @Override
  protected boolean isDisconnected(Refused<?> refused) {
    return !lacksMessages(refused)
        && (refused.status() == UNAUTHORIZED || DISCONNECTED.contains(refused.code()));
  }

  // An app password made without access to private messages is told so by this (recorded).
  private static boolean lacksMessages(Refused<?> refused) {
    return refused.words().equals("Bad token method");
  }

  @Override
  protected String told(Refused<?> refused) {
    return refused.code();
  }

  private static Reason reason(Refused<?> refused) {
    if (refused.code().equals(PARENT_GONE)) return Reason.PARENT_GONE;
    if (isGone(refused)) return Reason.NOT_FOUND;
    if (lacksMessages(refused)) return Reason.FORBIDDEN;
    var message = refused.words();
    return switch (refused.code()) {
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
