package fr.palabre.publishing.web;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryAttempt;
import fr.palabre.delivery.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of what it took to send a post, to correct it or to delete it, as the API shows it. */
@Schema(name = "DeliveryAttempt")
public record AttemptSheet(
    @Schema(description = "The act's: a part, a correction, a deletion.",
        example = "019ab0de-0000-7000-8000-000000000080")
    UUID deliveryId,
    @Schema(description = "`post`, `first-reply`, `post-correction` or `post-removal`.",
        example = "post") String deliverySubject,
    @Schema(description = "Where the act stands now.", example = "DELIVERED")
    DeliveryState deliveryState,
    @Schema(description = "Place in the story, from 1.", example = "1") int number,
    @Schema(example = "CALL") DeliveryAttempt.Kind kind,
    @Schema(example = "2026-11-26T09:30:00+01:00") OffsetDateTime at,
    @Schema(example = "2026-11-26T09:30:01+01:00") @Nullable OffsetDateTime answeredAt,
    @Schema(description = "Absent while nobody knows.", example = "DELIVERED")
    DeliveryAttempt.@Nullable Result result,
    @Schema(description = "The network's own code and words.", example = "") String detail,
    @Schema(example = "2026-11-26T09:35:00+01:00") @Nullable OffsetDateTime until,
    @Schema(description = "Who decided; absent if Palabre did.",
        example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID by) {

  static AttemptSheet of(Delivery d, DeliveryAttempt a, ZoneId zone) {
    return new AttemptSheet(d.id().value(), d.subject().kind(), d.state(), a.number(), a.kind(),
        a.at().atZone(zone).toOffsetDateTime(), at(a.answeredAt(), zone), a.result(), a.detail(),
        at(a.until(), zone), a.by());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }
}
