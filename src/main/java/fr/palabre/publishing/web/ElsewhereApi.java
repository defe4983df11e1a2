package fr.palabre.publishing.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.Rewriting;
import fr.palabre.publishing.Rewriting.Answer;
import fr.palabre.publishing.Rewritten;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.Vanished;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of a post on its network, not from here, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/posts/{id}/elsewhere")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class ElsewhereApi {
  private final Publication publication;
  private final Rewritten rewritten;
  private final Vanished vanished;

  ElsewhereApi(Publication publication, Rewritten rewritten, Vanished vanished) {
    this.publication = publication;
    this.rewritten = rewritten;
    this.vanished = vanished;
  }

  @GetMapping
  @Operation(operationId = "getElsewhere",
      summary = "What was deleted or changed on the network, as it was last read")
  ResponseEntity<Sheet> show(Member me, @PathVariable UUID id) {
    var sheet = sheet(me, publication.post(me.workspaceId(), new PostId(id)));
    return ResponseEntity.ok().eTag(Etag.of(sheet).value()).body(sheet);
  }

  @PutMapping
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "settleElsewhere",
      summary = "Keep the words on the network, or send ours there again",
      description = "OURS takes a network that lets one correct.")
  ResponseEntity<Sheet> settle(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Settling settling) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    Etag.of(sheet(me, post)).require(ifMatch);
    var done = settling.answer() == Answer.KEPT
        ? rewritten.keep(me, post) : rewritten.restore(me, post);
    if (!done) throw Refusal.conflict("elsewhere-settled", Map.of());
    return show(me, id);
  }

  private Sheet sheet(Member me, ScheduledPost post) {
    return Sheet.of(vanished.since(post).orElse(null), rewritten.find(post).orElse(null),
        me.zone());
  }

  /** What is decided. */
  @Schema(name = "ElsewhereSettling")
  public record Settling(@Schema(example = "KEPT") @NotNull Answer answer) {}

  /** What was seen. */
  @Schema(name = "Elsewhere")
  public record Sheet(
      @Schema(description = "Since when the network no longer shows it; absent while it does.",
          example = "2026-11-27T08:00:00+01:00") @Nullable OffsetDateTime goneAt,
      @Schema(description = "What it says there; absent while that is what was sent.",
          example = "Le pain sort à 17 h.") @Nullable String words,
      @Schema(example = "2026-11-27T08:00:00+01:00") @Nullable OffsetDateTime seenAt,
      @Schema(description = "Absent while nobody decided.", example = "KEPT")
      @Nullable Answer answer) {

    static Sheet of(@Nullable Instant gone, @Nullable Rewriting seen, ZoneId zone) {
      var goneAt = gone == null ? null : gone.atZone(zone).toOffsetDateTime();
      return seen == null ? new Sheet(goneAt, null, null, null)
          : new Sheet(goneAt, seen.words(), seen.seenAt().atZone(zone).toOffsetDateTime(),
              seen.answer());
    }
  }
}
