package fr.palabre.analytics.web;

import fr.palabre.analytics.series.DayRow;
import fr.palabre.network.Metric;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one metric of one account did on one day, as the API says it. */
@Schema(name = "DailyMetric")
public record DailyMetric(
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
    @Schema(example = "2026-11-22") LocalDate day,
    @Schema(example = "FOLLOWERS") Metric metric,
    FigureSheet figure,
    @Schema(description = "The part that several days share, no reading having come between.",
        example = "0") long grouped,
    @Schema(description = "The part that was taken back, negative.", example = "0")
    long corrections,
    @Schema(example = "2026-11-23T03:00:00+01:00") @Nullable OffsetDateTime lastReadAt) {

  static DailyMetric of(DayRow row, ZoneId zone) {
    var last = row.lastAt();
    return new DailyMetric(row.account().value(), row.day(), row.metric(),
        FigureSheet.of(row.figure()), row.grouped(), row.corrections(),
        last == null ? null : last.atZone(zone).toOffsetDateTime());
  }
}
