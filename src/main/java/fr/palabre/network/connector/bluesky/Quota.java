package fr.palabre.network.connector.bluesky;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.wire.HeaderNumber;
import fr.palabre.platform.http.HttpResult;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the server says is left of the calls it allows; each answer tells the tightest of them. */
record Quota(String bucket, long allowed, long remaining, Instant resetsAt) {
  private static final Pattern POLICY = Pattern.compile("(\\d{1,9});w=(\\d{1,9})");

  /** Where what was seen is kept. */
  @FunctionalInterface
  interface Seen {
    void seen(ConnectedAccount account, String bucket, @Nullable Long allowed, long remaining,
        @Nullable Instant resetsAt);
  }

  static Optional<Quota> read(HttpResult.Answer answer) {
    var policy = POLICY.matcher(answer.header("ratelimit-policy").orElse(""));
    var remaining = HeaderNumber.of(answer, "ratelimit-remaining");
    var reset = HeaderNumber.of(answer, "ratelimit-reset");
    if (!policy.matches() || remaining.isEmpty() || reset.isEmpty()) return Optional.empty();
    return Optional.of(new Quota(
        bucket(policy.group(2)), Long.parseLong(policy.group(1)), remaining.get(),
        Instant.ofEpochSecond(reset.get())));
  }

  // The reference server's windows: calls in 5 minutes, changes in an hour and in a day (recorded).
  private static String bucket(String seconds) {
    return switch (seconds) {
      case "300" -> "calls";
      case "3600" -> "changes-hour";
      case "86400" -> "changes-day";
      default -> "window-" + seconds;
    };
  }
}
