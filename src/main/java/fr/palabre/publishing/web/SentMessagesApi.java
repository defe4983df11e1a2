package fr.palabre.publishing.web;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.Afterwards.Message;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A post's messages once they are out, and their words corrected, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/posts/{id}/messages")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class SentMessagesApi {
  private final Publication publication;
  private final Afterwards afterwards;

  SentMessagesApi(Publication publication, Afterwards afterwards) {
    this.publication = publication;
    this.afterwards = afterwards;
  }

  @GetMapping
  @Operation(operationId = "listSentMessages",
      summary = "What is out of a post: the messages of its thread, in order, then its first reply")
  Slice<Sent> list(Member me, @PathVariable UUID id) {
    return Slice.whole(afterwards.messages(post(me, id)).stream().map(Sent::of).toList());
  }

  @GetMapping("/{messageId}")
  @Operation(operationId = "getSentMessage", summary = "A message that is out, as it reads now")
  ResponseEntity<Sent> get(Member me, @PathVariable UUID id,
      @Parameter(description = "Which of its messages.",
          example = "019ab0de-0000-7000-8000-000000000080")
      @PathVariable UUID messageId) {
    var message = message(post(me, id), messageId);
    return ResponseEntity.ok().eTag(etag(message).value()).body(Sent.of(message));
  }

  // What was validated is what went out: changing it afterwards asks for the same power.
  @PutMapping("/{messageId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.CONTENT_APPROVE)
  @Operation(operationId = "correctSentMessage",
      summary = "Correct the words of a published message on its network",
      description = "Where the network allows it. What became of it is read in the message.")
  ResponseEntity<Sent> correct(Member me, @PathVariable UUID id,
      @Parameter(description = "Which of its messages.",
          example = "019ab0de-0000-7000-8000-000000000080")
      @PathVariable UUID messageId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Correction correction) {
    var post = post(me, id);
    var message = message(post, messageId);
    etag(message).require(ifMatch);
    if (!afterwards.possible(me.workspaceId(), post.account()).correct())
      throw Refusal.conflict("not-correctable", Map.of());
    if (!afterwards.correct(me, post, message.part(), correction.text().strip()))
      throw Refusal.invalid("words-refused");
    return ResponseEntity.accepted().body(Sent.of(message));
  }

  private ScheduledPost post(Member me, UUID id) {
    return publication.post(me.workspaceId(), new PostId(id));
  }

  private Message message(ScheduledPost post, UUID id) {
    return afterwards.messages(post).stream()
        .filter(m -> m.part().equals(new DeliveryId(id))).findFirst().orElseThrow();
  }

  private static Etag etag(Message m) {
    return Etag.of(m.part(), m.remoteId(), m.draft().text());
  }

  /** A message on its network. */
  @Schema(name = "SentMessage")
  public record Sent(
      @Schema(example = "019ab0de-0000-7000-8000-000000000080") UUID id,
      @Schema(description = "Whether it answers the post, rather than being part of it.",
          example = "false") boolean firstReply,
      @Schema(example = "42") String remoteId,
      @Schema(example = "Le pain au levain sort du four à 16 h.") String text) {

    static Sent of(Message m) {
      return new Sent(m.part().value(), m.isFirstReply(), m.remoteId(), m.draft().text());
    }
  }

  /** Other words. */
  @Schema(name = "Correction")
  public record Correction(
      @Schema(example = "Le pain au levain sort du four à 17 h.")
      @NotBlank @Size(max = 20_000) String text) {}
}
