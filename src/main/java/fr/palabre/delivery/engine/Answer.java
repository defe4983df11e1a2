package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Standing;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.network.DeliveryOutcome.Unknown;
import fr.palabre.network.PostDraft;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the journal writes once a call was answered; the names are those of its SQL. */
record Answer(
    UUID workspace, UUID id, UUID account, int number, int attempt, Instant at,
    String result, String detail, @Nullable Instant until, String standing, @Nullable String why,
    @Nullable Instant next, int failures, @Nullable String remote, @Nullable String root,
    @Nullable String permalink, @Nullable String reason, @Nullable String code,
    @Nullable String message, @Nullable Instant lane) {

  static Answer of(Due due, Begun begun, DeliveryOutcome outcome, Instant now) {
    var d = due.delivery();
    var next = Course.after(due, begun.at(), outcome, now);
    var columns = Columns.of(next);
    var failures = outcome instanceof NotSent || outcome instanceof Unknown
        ? due.failures() + 1 : 0;
    var no = outcome instanceof Rejected r ? r : null;
    return new Answer(d.workspace().value(), d.id().value(), d.account().value(), begun.number(),
        begun.attempt(), now, result(outcome), clean(detail(outcome)), columns.next(),
        columns.standing(), columns.why(), columns.next(), failures, columns.remote(),
        columns.remote() == null ? null : root(due.act(), columns.remote()), columns.permalink(),
        no == null ? null : no.reason().name(), no == null ? null : clean(no.remoteCode()),
        no == null ? null : clean(no.remoteMessage()), Course.laneWait(outcome, next, failures));
  }

  static String root(Act act, String remote) {
    return act instanceof Act.Publish(PostDraft draft) && draft.replyTo() != null
        ? draft.replyTo().rootId()
        : remote;
  }

  private static String result(DeliveryOutcome outcome) {
    return switch (outcome) {
      case Delivered _ -> "DELIVERED";
      case Rejected _ -> "REJECTED";
      case RetryAfter _ -> "RETRY_AFTER";
      case Disconnected _ -> "DISCONNECTED";
      case NotSent _ -> "NOT_SENT";
      case Unknown _ -> "UNKNOWN";
    };
  }

  private static String detail(DeliveryOutcome outcome) {
    return switch (outcome) {
      case Delivered _ -> "";
      case Rejected(var _, String code, String message) -> (code + " " + message).trim();
      case RetryAfter(Instant _, String code) -> code;
      case Disconnected(String code) -> code;
      case NotSent(String cause) -> cause;
      case Unknown(String cause) -> cause;
    };
  }

  // PostgreSQL keeps no NUL, and a network's words may hold one.
  private static String clean(String words) {
    var kept = words.replace("\u0000", "");
    return kept.length() <= 500 ? kept : kept.substring(0, 500);
  }

  /** A standing as columns. */
  record Columns(String standing, @Nullable String why, @Nullable Instant next,
      @Nullable String remote, @Nullable String permalink) {

    static Columns of(Standing standing) {
      return switch (standing) {
        case Standing.Scheduled(Instant at, var because) ->
            new Columns("SCHEDULED", because.name(), at, null, null);
        case Standing.Held(var hold) -> new Columns("HELD", hold.name(), null, null, null);
        case Standing.Submitting _ ->
            throw new IllegalStateException("An answer never puts a call on its way");
        case Standing.InDoubt d -> new Columns("IN_DOUBT", null, d.nextReading(), null, null);
        case Standing.Undecided _ -> new Columns("UNDECIDED", null, null, null, null);
        case Standing.Accepted(String id) -> new Columns("ACCEPTED", null, null, id, null);
        case Standing.Confirmed(String id, var link) ->
            new Columns("CONFIRMED", null, null, id, link.toString());
        case Standing.Refused _ -> new Columns("REFUSED", null, null, null, null);
        case Standing.Skipped _ -> new Columns("SKIPPED", null, null, null, null);
        case Standing.Cancelled _ -> new Columns("CANCELLED", null, null, null, null);
      };
    }
  }
}
