package fr.palabre.publishing.evergreen.web;

import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.evergreen.Coming;
import fr.palabre.publishing.evergreen.Why;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an hour to come holds, as the API shows it. */
@Schema(name = "EvergreenHour")
public record ComingSheet(
    @Schema(example = "2026-11-26T18:00:00+01:00") OffsetDateTime at,
    Kind kind,
    @Schema(description = "MADE: the copy. EXPECTED: the content whose turn it would be.",
        example = "019ab0de-0000-7000-8000-000000000010") @Nullable UUID contentId,
    @Schema(description = "EMPTY: why.") @Nullable Why why,
    @Schema(description = "ALL_RECENT: the first day something could come back.",
        example = "2027-01-22") @Nullable LocalDate notBefore) {

  /** Whether its copy is made, expected, or none. */
  @Schema(name = "EvergreenHourKind")
  public enum Kind { MADE, EXPECTED, EMPTY }

  static ComingSheet of(Coming coming, ZoneId zone) {
    var at = WallClock.of(coming.at(), zone).instant().atZone(zone).toOffsetDateTime();
    return switch (coming) {
      case Coming.Made made ->
          new ComingSheet(at, Kind.MADE, made.copy().id().value(), null, null);
      case Coming.Expected expected ->
          new ComingSheet(at, Kind.EXPECTED, expected.model().value(), null, null);
      case Coming.Empty empty ->
          new ComingSheet(at, Kind.EMPTY, null, empty.why(), empty.notBefore());
    };
  }
}
