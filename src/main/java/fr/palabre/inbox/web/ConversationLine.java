package fr.palabre.inbox.web;

import fr.palabre.network.Inbound;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation in a list of the API. */
@Schema(name = "ConversationSummary")
public record ConversationLine(
    @Schema(example = "019ab0de-0000-7000-8000-000000000050") UUID id,
    @Schema(example = "reseau") String network,
    @Schema(example = "REPLY") Inbound.Kind kind,
    @Schema(example = "Awa Fictive") String authorName,
    @Schema(example = "Avez-vous du pain sans gluten ?") String excerpt,
    @Schema(example = "2026-11-23T08:12:00+01:00") OffsetDateTime lastAt,
    @Schema(example = "2026-11-23T08:12:00+01:00") @Nullable OffsetDateTime waitingSince,
    @Schema(description = "Messages without an answer.", example = "1") int unanswered,
    @Schema(example = "false") boolean closed,
    @Schema(example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID assigneeId,
    @Schema(description = "What holds up our answer; absent if nothing does.",
        example = "SENDING") @Nullable String replyState,
    @Schema(example = "4") int version) {

  static ConversationLine of(ListRow row, ZoneId zone) {
    var excerpt = row.excerpt().stream().map(ListRow.Piece::text).collect(Collectors.joining());
    return new ConversationLine(row.id().value(), row.network(), row.kind(), row.author(),
        excerpt, row.lastAt().atZone(zone).toOffsetDateTime(),
        ConversationSheet.at(row.waitingSince(), zone), row.unanswered(), row.closed(),
        row.assignee(), row.replyState(), row.version());
  }
}
