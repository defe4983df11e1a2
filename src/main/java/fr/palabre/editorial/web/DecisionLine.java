package fr.palabre.editorial.web;

import fr.palabre.editorial.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided or said on a content, as the API says it. */
@Schema(name = "Decision")
public record DecisionLine(
    @Schema(example = "CHANGES_REQUESTED") Decision.Kind kind,
    @Schema(description = "Absent where Palabre did it by itself.",
        example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID by,
    @Schema(example = "2026-11-23T10:00:00+01:00") OffsetDateTime at,
    @Schema(description = "The version it bears on.", example = "2") int version,
    @Schema(example = "Dire l’heure dès la première ligne.") String comment) {

  static DecisionLine of(Decision decision, ZoneId zone) {
    var by = decision.by();
    return new DecisionLine(decision.kind(), by == null ? null : by.value(),
        decision.at().atZone(zone).toOffsetDateTime(), decision.version(), decision.comment());
  }
}
