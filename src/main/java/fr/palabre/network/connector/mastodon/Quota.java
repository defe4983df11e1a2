package fr.palabre.network.connector.mastodon;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.wire.HeaderNumber;
import fr.palabre.network.wire.RetryAfter;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server says is left of the calls it allows; each answer tells the tightest of them. */
record Quota(String bucket, long allowed, long remaining, @Nullable Instant resetsAt) {

  /** Where what was seen is kept. */
  @FunctionalInterface
  interface Seen {
    void seen(ConnectedAccount account, String bucket, @Nullable Long allowed, long remaining,
        @Nullable Instant resetsAt);
  }

  static Optional<Quota> read(HttpCall call, HttpResult.Answer answer) {
    var allowed = HeaderNumber.of(answer, "x-ratelimit-limit");
    var remaining = HeaderNumber.of(answer, "x-ratelimit-remaining");
    if (allowed.isEmpty() || remaining.isEmpty()) return Optional.empty();
    return Optional.of(new Quota(bucket(call), allowed.get(), remaining.get(), resetsAt(answer)));
  }

  /** When a throttled call may be made again; null if the server does not say. */
  static @Nullable Instant retryAt(HttpResult.Answer answer, Clock clock) {
    return RetryAfter.of(answer, clock.instant()).orElseGet(() -> resetsAt(answer));
  }

  // The server does not name what it counts; these three have a limit of their own
  // (docs.joinmastodon.org/api/rate-limits and its source, checked 2026-11-21).
  private static String bucket(HttpCall call) {
    var path = call.address().getPath();
    return switch (call.method()) {
      case "DELETE" -> "deletions";
      case "PUT" -> "posts";
      case "POST" -> path.endsWith("/media") ? "uploads"
          : path.endsWith("/statuses") ? "posts" : "calls";
      default -> "calls";
    };
  }

  // An ISO date on Mastodon; seconds since 1970 on some servers that speak its API.
  private static @Nullable Instant resetsAt(HttpResult.Answer answer) {
    var text = answer.header("x-ratelimit-reset").orElse("");
    try {
      return HeaderNumber.isNumber(text, 9, 11)
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
