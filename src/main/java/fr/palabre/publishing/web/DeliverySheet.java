package fr.palabre.publishing.web;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryState;
import fr.palabre.delivery.Standing;
import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.DeliveryOutcome.Rejected;
import fr.palabre.platform.web.api.Etag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act towards a network, as the API shows it. */
@Schema(name = "Delivery")
public record DeliverySheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000080") UUID id,
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
    @Schema(example = "PUBLISH") Kind act,
    @Schema(description = "What it is for: `post`, `first-reply`, `post-removal`,"
        + " `post-correction`, or something of a conversation.", example = "post") String subject,
    @Schema(description = "The post, or the message.",
        example = "019ab0de-0000-7000-8000-000000000070") UUID subjectId,
    @Schema(example = "UNKNOWN") DeliveryState state,
    @Schema(description = "Whether Palabre goes no further by itself: a person decides.",
        example = "true") boolean undecided,
    @Schema(description = "What is awaited; absent if nothing is.", example = "LATE")
    Standing.@Nullable Hold awaits,
    @Schema(description = "Why the network refused; absent if it did not.", example = "DUPLICATE")
    @Nullable Reason refusal,
    @Schema(example = "2026-11-26T09:30:00+01:00") OffsetDateTime notBefore,
    @Schema(description = "Calls begun so far.", example = "1") int attempts) {

  /** What is to be done. */
  @Schema(name = "DeliveryAct")
  public enum Kind { PUBLISH, LIKE, UNLIKE, DELETE, EDIT }

  static DeliverySheet of(Delivery d, ZoneId zone) {
    var standing = d.standing();
    return new DeliverySheet(d.id().value(), d.account().value(), kind(d.act()),
        d.subject().kind(), d.subject().id(), d.state(), standing instanceof Standing.Undecided,
        standing instanceof Standing.Held(var hold) ? hold : null,
        standing instanceof Standing.Refused(Rejected no) ? no.reason() : null,
        d.notBefore().atZone(zone).toOffsetDateTime(), d.attempts());
  }

  static Etag etag(Delivery d) {
    return Etag.of(d.id(), d.standing(), d.notBefore(), d.attempts());
  }

  private static Kind kind(Act act) {
    return switch (act) {
      case Act.Publish _ -> Kind.PUBLISH;
      case Act.Like _ -> Kind.LIKE;
      case Act.Unlike _ -> Kind.UNLIKE;
      case Act.Delete _ -> Kind.DELETE;
      case Act.Edit _ -> Kind.EDIT;
    };
  }
}
