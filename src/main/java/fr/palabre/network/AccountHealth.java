package fr.palabre.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connected account fares.
 *
 * @param disconnectedCode the network's own word when it refused the token; null while it works
 * @param missingScopes what the person did not grant, in the network's words
 * @param tokenExpiresAt when what opens it ends; null if it does not, or is renewed by itself
 * @param failure what keeps failing now; null if the last call worked
 * @param polling how it is read; null if its network cannot be read
 */
public record AccountHealth(
    ConnectedAccount account,
    @Nullable String disconnectedCode,
    List<String> missingScopes,
    @Nullable Instant tokenExpiresAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Failure failure,
    List<Quota> quotas,
    @Nullable Polling polling) {

  /** Shorter silences than this are nobody's concern. */
  static final Duration LEAST_SILENCE = Duration.ofHours(6);

  /** A silence half as long again as the account's usual longest is too long. */
  static final double TOO_LONG = 1.5;

  static final Duration FAILING_LONG = Duration.ofMinutes(10);
  static final Duration EXPIRES_SOON = Duration.ofDays(7);

  /** Whether the account has been silent longer than its own past explains. */
  public boolean isTrafficMissing(Instant now) {
    return account.standing() == ConnectedAccount.Standing.CONNECTED && polling != null
        && polling.worrySilence() != null && polling.lastEventAt() != null
        && polling.lastEventAt().plus(polling.worrySilence()).isBefore(now);
  }

  public boolean isExpiringSoon(Instant now) {
    return tokenExpiresAt != null && tokenExpiresAt.isBefore(now.plus(EXPIRES_SOON));
  }

  /**
   * @param kind what happened, in a closed list of ours: {@code THROTTLED}, {@code UNREACHABLE},
   *     {@code UNCLEAR}, {@code DISCONNECTED}
   * @param code the network's own word, or what the wire did
   */
  public record Failure(String kind, String code, Instant at, Instant since) {}

  public record Quota(
      String bucket, @Nullable Long allowed, long remaining, @Nullable Instant resetsAt) {}

  public record Polling(
      Instant nextAt,
      Duration rhythm,
      @Nullable Instant polledAt,
      @Nullable Instant lastEventAt,
      @Nullable Duration usualSilence) {

    @Nullable Duration worrySilence() {
      if (usualSilence == null) return null;
      var worry = Duration.ofSeconds((long) (usualSilence.toSeconds() * TOO_LONG));
      return worry.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : worry;
    }
  }
}
