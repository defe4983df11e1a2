package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.Afterwards.Message;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.Rewriting;
import fr.palabre.publishing.Rewriting.Answer;
import fr.palabre.publishing.Rewritten;
import fr.palabre.publishing.ScheduledPost;
import fr.palabre.publishing.Vanished;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Afterwards afterwards;
  private final Rewritten rewritten;
  private final Vanished vanished;

  ElsewhereApi(Publication publication, Afterwards afterwards, Rewritten rewritten,
      Vanished vanished) {
    this.publication = publication;
    this.afterwards = afterwards;
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

  @PutMapping("/{messageId}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "settleElsewhere",
      summary = "Keep what stands on the network, or send our words there again",
      description = "OURS takes a network that lets one correct, and a message that is still there.")
  ResponseEntity<Sheet> settle(Member me, @PathVariable UUID id,
      @Parameter(description = "Which of its messages.",
          example = "019ab0de-0000-7000-8000-000000000080")
      @PathVariable UUID messageId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Settling settling) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    var message = afterwards.sent(post, new DeliveryId(messageId)).remoteId();
    Etag.of(sheet(me, post)).require(ifMatch);
    var done = settling.answer() == Answer.KEPT
        ? rewritten.keep(me, post, message) : rewritten.restore(me, post, message);
    if (!done) throw Refusal.conflict("elsewhere-settled", Map.of());
    return show(me, id);
  }

  private Sheet sheet(Member me, ScheduledPost post) {
    var parts = afterwards.sent(post).stream().collect(Collectors.toMap(Message::remoteId, m -> m));
    var gone = vanished.since(post).map(at -> at.atZone(me.zone()).toOffsetDateTime()).orElse(null);
    return new Sheet(gone, rewritten.of(post).stream()
        .flatMap(r -> Stream.ofNullable(parts.get(r.remoteId())).map(m -> changed(m, r, me)))
        .toList());
  }

  private static Changed changed(Message message, Rewriting seen, Member me) {
    return new Changed(message.part().value(), seen.words(),
        seen.seenAt().atZone(me.zone()).toOffsetDateTime(), seen.answer());
  }

  /** What is decided. */
  @Schema(name = "ElsewhereSettling")
  public record Settling(@Schema(example = "KEPT") @NotNull Answer answer) {}

  /** What was seen. */
  @Schema(name = "Elsewhere")
  public record Sheet(
      @Schema(description = "Since when the network no longer shows the post; absent while it does.",
          example = "2026-11-27T08:00:00+01:00") @Nullable OffsetDateTime goneAt,
      @Schema(description = "Its messages that say there what was not sent, or are no longer there.") List<Changed> messages) {}

  /** A message that is not as it was sent. */
  @Schema(name = "ElsewhereMessage")
  public record Changed(
      @Schema(example = "019ab0de-0000-7000-8000-000000000080") UUID id,
      @Schema(description = "What it says there; absent if it is no longer there.",
          example = "Le pain sort à 17 h.") @Nullable String words,
      @Schema(description = "When it was first read so.", example = "2026-11-27T08:00:00+01:00")
      OffsetDateTime seenAt,
      @Schema(description = "Absent while nobody decided.", example = "KEPT")
      @Nullable Answer answer) {}
}
