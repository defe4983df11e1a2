package fr.palabre.network.web;

import fr.palabre.network.AccountHealth;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Limits;
import fr.palabre.network.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connected account as the API shows it: what its network accepts, and how it fares. */
@Schema(name = "Account")
public record AccountSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID id,
    @Schema(example = "reseau") String network,
    @Schema(example = "le-fournil") String handle,
    @Schema(example = "Le Fournil") String displayName,
    @Schema(example = "CONNECTED") ConnectedAccount.Standing standing,
    Accepts limits,
    Health health) {

  static AccountSheet of(AccountHealth h, Limits limits, Instant now, ZoneId zone) {
    var a = h.account();
    return new AccountSheet(a.id().value(), a.network().value(), a.handle(), a.displayName(),
        a.standing(), Accepts.of(limits), Health.of(h, now, zone));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }

  /** What the network accepts in one post. */
  @Schema(name = "AccountLimits")
  public record Accepts(
      @Schema(description = "Longest text, as the network counts.", example = "300") int maxLength,
      @Schema(example = "GRAPHEMES") Limits.Unit unit,
      @Schema(example = "4") int maxImages,
      @Schema(description = "Size of one image.", example = "2000000") long maxImageBytes,
      @Schema(example = "[\"image/png\", \"image/jpeg\"]") List<String> imageTypes,
      @Schema(example = "2000") int maxAltLength,
      @Schema(example = "false") boolean contentWarning,
      @Schema(example = "[\"PUBLIC\"]") List<Visibility> visibilities) {

    static Accepts of(Limits l) {
      return new Accepts(l.maxLength(), l.unit(), l.images().maxCount(), l.images().maxBytes(),
          l.images().mimeTypes(), l.images().maxAltLength(), l.contentWarning(),
          l.visibilities().stream().sorted().toList());
    }
  }

  /** How the connection fares. */
  @Schema(name = "AccountHealth")
  public record Health(
      @Schema(example = "2026-11-23T09:30:00+01:00") @Nullable OffsetDateTime lastSuccessAt,
      @Schema(description = "Since when calls keep failing; absent while they work.",
          example = "2026-11-23T09:00:00+01:00") @Nullable OffsetDateTime failingSince,
      @Schema(description = "Our word for what keeps failing.", example = "UNREACHABLE")
      @Nullable String failure,
      @Schema(example = "2027-01-15T00:00:00+01:00") @Nullable OffsetDateTime tokenExpiresAt,
      @Schema(description = "What was not granted, in the network's words.",
          example = "[\"write:statuses\"]") List<String> missingScopes,
      @Schema(description = "Whether it has been silent longer than its own past explains.",
          example = "false") boolean trafficMissing,
      List<Quota> quotas) {

    static Health of(AccountHealth h, Instant now, ZoneId zone) {
      var failure = h.failure();
      return new Health(at(h.lastSuccessAt(), zone),
          failure == null ? null : at(failure.since(), zone),
          failure == null ? null : failure.kind(), at(h.tokenExpiresAt(), zone),
          h.missingScopes(), h.isTrafficMissing(now),
          h.quotas().stream().map(q -> new Quota(q.bucket(), q.allowed(), q.remaining(),
              at(q.resetsAt(), zone))).toList());
    }
  }

  /** What is left of a network's quota. */
  @Schema(name = "AccountQuota")
  public record Quota(
      @Schema(example = "hour") String bucket,
      @Schema(example = "5000") @Nullable Long allowed,
      @Schema(example = "4870") long remaining,
      @Schema(example = "2026-11-23T10:00:00+01:00") @Nullable OffsetDateTime resetsAt) {}
}
