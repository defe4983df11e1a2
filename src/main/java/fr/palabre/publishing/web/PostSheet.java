package fr.palabre.publishing.web;

import fr.palabre.publishing.PostState;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.WallClock;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A validated content as it goes out on one account, as the API shows it. */
@Schema(name = "Post")
public record PostSheet(
    @Schema(example = "019ab0de-0000-7000-8000-000000000070") UUID id,
    @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID contentId,
    @Schema(example = "019ab0de-0000-7000-8000-000000000005") UUID adaptationId,
    @Schema(example = "019ab0de-0000-7000-8000-000000000002") UUID accountId,
    @Schema(example = "Fournée du jeudi") String title,
    @Schema(example = "Le pain au levain sort du four à 16 h.") String excerpt,
    @Schema(description = "Messages of its thread; one if it is none.", example = "1") int parts,
    @Schema(example = "2026-11-26T09:30:00+01:00") OffsetDateTime dueAt,
    @Schema(example = "Europe/Paris") String timeZone,
    @Schema(description = "What a change of the clock did to its hour.", example = "NONE")
    WallClock.Shift shift,
    LateRuleSheet lateRule,
    @Schema(example = "OUT") PostState state,
    @Schema(example = "42") @Nullable String remoteId,
    @Schema(example = "https://network.example/p/42") @Nullable URI permalink,
    @Schema(example = "2026-11-26T09:30:02+01:00") @Nullable OffsetDateTime publishedAt) {

  static PostSheet of(ScheduledPost p) {
    var zone = p.when().zone();
    var out = p.publishedAt();
    return new PostSheet(p.id().value(), p.content().value(), p.adaptation().value(),
        p.account().value(), p.title(), p.excerpt(), p.parts(),
        p.due().atZone(zone).toOffsetDateTime(), zone.getId(), p.when().shift(),
        LateRuleSheet.of(p.late()), p.state(),
        p.remoteId(), p.permalink(), out == null ? null : out.atZone(zone).toOffsetDateTime());
  }
}
