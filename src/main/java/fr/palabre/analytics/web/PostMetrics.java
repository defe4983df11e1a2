package fr.palabre.analytics.web;

import fr.palabre.analytics.series.KnownPost;
import fr.palabre.analytics.series.PostFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published post with its counters as last read, as the API says it. */
@Schema(name = "PostMetrics")
public record PostMetrics(
    @Schema(example = "019ab0de-0000-7000-8000-000000000040") UUID id,
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
    @Schema(example = "reseau") String network,
    @Schema(description = "Absent for what was not written here.",
        example = "019ab0de-0000-7000-8000-000000000010") @Nullable UUID contentId,
    @Schema(example = "https://network.example/p/42") @Nullable String permalink,
    @Schema(example = "Le pain au levain sort du four à 16 h.") String excerpt,
    @Schema(example = "IMAGE") PostFormat format,
    @Schema(example = "2026-11-20T09:30:02+01:00") OffsetDateTime publishedAt,
    @Schema(description = "How many followed the account when it went out.", example = "412")
    @Nullable Long followers,
    FigureSheet reactions,
    FigureSheet comments,
    FigureSheet shares,
    FigureSheet saves,
    FigureSheet interactions,
    FigureSheet displays,
    FigureSheet reach,
    FigureSheet linkClicks,
    @Schema(example = "2026-11-23T03:00:00+01:00") @Nullable OffsetDateTime readAt,
    @Schema(description = "Since when the network no longer shows it.",
        example = "2026-11-22T12:00:00+01:00") @Nullable OffsetDateTime goneAt) {

  static PostMetrics of(KnownPost p, ZoneId zone) {
    return new PostMetrics(p.id(), p.account().value(), p.network().value(), p.content(),
        p.permalink(), p.excerpt(), p.format(), p.publishedAt().atZone(zone).toOffsetDateTime(),
        p.followers(), FigureSheet.of(p.reactions()), FigureSheet.of(p.comments()),
        FigureSheet.of(p.shares()), FigureSheet.of(p.saves()), FigureSheet.of(p.interactions()),
        FigureSheet.of(p.displays()), FigureSheet.of(p.reach()), FigureSheet.of(p.linkClicks()),
        at(p.readAt(), zone), at(p.goneAt(), zone));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }
}
