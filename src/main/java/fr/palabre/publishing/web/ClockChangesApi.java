package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.ClockChange;
import fr.palabre.publishing.ClockChange.Keep;
import fr.palabre.publishing.ClockChanges;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.WallClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hours that wait for a choice since a zone or its rules changed, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/clock-changes")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class ClockChangesApi {
  private final ClockChanges changes;
  private final Publication publication;

  ClockChangesApi(ClockChanges changes, Publication publication) {
    this.changes = changes;
    this.publication = publication;
  }

  @GetMapping
  @Operation(operationId = "listClockChanges",
      summary = "Posts whose hour waits for a choice, the soonest first, one a content",
      description = "Each goes out at the instant it had until somebody chooses.")
  Slice<Sheet> list(Member me) {
    return Slice.whole(changes.waiting(me.workspaceId(), me.zone()).stream().map(Sheet::of)
        .toList());
  }

  @PostMapping("/{id}/decision")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "decideClockChange",
      summary = "Say whether a post keeps its hour on the wall or its instant",
      description = "The other accounts of its content follow.")
  PostSheet decide(Member me, @PathVariable UUID id, @Valid @RequestBody Decision decision) {
    var post = publication.post(me.workspaceId(), new PostId(id)).id();
    var waits = changes.waiting(me.workspaceId(), me.zone()).stream()
        .anyMatch(change -> change.post().id().equals(post));
    if (!waits || changes.keep(me, List.of(post), decision.keep()) == 0)
      throw Refusal.conflict("clock-not-kept", Map.of());
    return PostSheet.of(publication.post(me.workspaceId(), post));
  }

  /** What stays as it was. */
  @Schema(name = "ClockDecision")
  public record Decision(@Schema(example = "HOUR") @NotNull Keep keep) {}

  /** A post whose hour waits for a choice. */
  @Schema(name = "ClockChange")
  public record Sheet(
      @Schema(example = "019ab0de-0000-7000-8000-000000000070") UUID postId,
      @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID contentId,
      @Schema(example = "Fournée du jeudi") String title,
      @Schema(example = "[\"019ab0de-0000-7000-8000-000000000002\"]") List<UUID> accountIds,
      @Schema(description = "What was planned, on the wall of that zone.",
          example = "2026-11-26T09:30") String planned,
      @Schema(example = "Europe/Paris") String timeZone,
      @Schema(description = "When it goes out if it keeps its hour.",
          example = "2026-11-26T09:30:00+01:00") OffsetDateTime byHour,
      @Schema(description = "When it goes out if it keeps its instant; absent where the clock "
          + "shows that hour twice and would mean the other one.",
          example = "2026-11-26T10:30:00+01:00") @Nullable OffsetDateTime byInstant) {

    static Sheet of(ClockChange change) {
      var post = change.post();
      return new Sheet(post.id().value(), post.content().value(), post.title(),
          change.accounts().stream().map(AccountId::value).toList(), post.when().local().toString(),
          post.when().zone().getId(), at(change.byHour()),
          change.byInstant() == null ? null : at(change.byInstant()));
    }

    private static OffsetDateTime at(WallClock when) {
      return when.instant().atZone(when.zone()).toOffsetDateTime();
    }
  }
}
