package fr.palabre.inbox.web;

import fr.palabre.inbox.Conversation;
import fr.palabre.network.Inbound;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation, as the API shows it. */
@Schema(name = "Conversation")
public record ConversationSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000050") UUID id,
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
    @Schema(example = "reseau") String network,
    @Schema(example = "REPLY") Inbound.Kind kind,
    @Schema(description = "Whoever spoke last on their side.",
        example = "019ab0de-0000-7000-8000-000000000051") UUID personId,
    @Schema(example = "Awa Fictive") String authorName,
    @Schema(example = "awa") String authorHandle,
    @Schema(description = "Since when the public waits; absent where it does not.",
        example = "2026-11-23T08:12:00+01:00") @Nullable OffsetDateTime waitingSince,
    @Schema(example = "2026-11-23T18:00:00+01:00") @Nullable OffsetDateTime closedAt,
    @Schema(example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID assigneeId,
    @Schema(example = "Camille Exemple") @Nullable String assigneeName,
    @Schema(description = "Grows with each thing one must have read before acting.",
        example = "4") int version) {

  static ConversationSheet of(Conversation c, ZoneId zone) {
    var assignee = c.assignee();
    return new ConversationSheet(c.id().value(), c.account().value(), c.network().value(),
        c.kind(), c.person().value(), c.authorName(), c.authorHandle(),
        at(c.waitingSince(), zone), at(c.closedAt(), zone),
        assignee == null ? null : assignee.value(), c.assigneeName(), c.version());
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }
}
