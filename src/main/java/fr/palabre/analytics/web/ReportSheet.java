package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Report;
import fr.palabre.platform.web.api.Etag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A saved report as the API shows it; its figures are in its files, or in the summary. */
@Schema(name = "Report")
public record ReportSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000090") UUID id,
    @Schema(description = "First day, on the brand's calendar.", example = "2026-10-01")
    LocalDate from,
    @Schema(description = "Last day, included.", example = "2026-10-31") LocalDate to,
    @Schema(description = "What the community manager says of it.",
        example = "Un mois porté par la fête du pain.") String words,
    @Schema(description = "Of the words.", example = "2") int version,
    @Schema(example = "2026-11-02T09:00:00+01:00") OffsetDateTime createdAt,
    @Schema(description = "Since when its figures and words no longer move; absent while it is"
        + " open.", example = "2026-11-03T17:30:00+01:00") @Nullable OffsetDateTime closedAt,
    @Schema(description = "How many times it was closed; each closing is a version that stays.",
        example = "1") int frozenVersions) {

  static ReportSheet of(Report r, ZoneId zone) {
    var closed = r.closedAt();
    return new ReportSheet(r.id(), r.period().from(), r.period().to(), r.words(), r.version(),
        r.createdAt().atZone(zone).toOffsetDateTime(),
        closed == null ? null : closed.atZone(zone).toOffsetDateTime(), r.frozen());
  }

  static Etag etag(Report r) {
    return Etag.of(r.id(), r.version(), r.closedAt(), r.frozen());
  }
}
