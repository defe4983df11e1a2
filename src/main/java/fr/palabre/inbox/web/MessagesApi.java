package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.Replies;
import fr.palabre.inbox.web.Line.Said;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acting upon one thing said, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/messages/{id}")
@Requires(Permission.INBOX_REPLY)
@Tag(name = "Conversations")
class MessagesApi {
  private final Replies replies;
  private final ThreadStore threads;

  MessagesApi(Replies replies, ThreadStore threads) {
    this.replies = replies;
    this.threads = threads;
  }

  @GetMapping
  @Requires(Permission.INBOX_READ)
  @Operation(operationId = "getMessage", summary = "Something said to or by the public")
  MessageSheet message(Member me, @PathVariable UUID id) {
    return MessageSheet.of(said(me, id), me.zone());
  }

  @PostMapping("/like")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "likeMessage", summary = "Like a message of theirs; once")
  MessageSheet like(Member me, @PathVariable UUID id) {
    if (said(me, id).ours()) throw Refusal.conflict("own-message", Map.of());
    replies.like(me, id);
    return message(me, id);
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "retryReply",
      summary = "Send an answer that the network refused again, changed or not")
  MessageSheet retry(Member me, @PathVariable UUID id, @Valid @RequestBody NewText wished) {
    if (!said(me, id).is("REFUSED")) throw Refusal.conflict("reply-not-refused", Map.of());
    DialogueApi.accepted(replies.retry(me, id, wished.text()));
    return message(me, id);
  }

  @PostMapping("/withdrawal")
  @Operation(operationId = "withdrawReply", summary = "Give an answer up, before it left")
  MessageSheet withdraw(Member me, @PathVariable UUID id) {
    var said = said(me, id);
    var possible = said.is("REFUSED") || said.is("SENDING");
    if (!possible || !replies.withdraw(me, id)) throw Refusal.conflict("already-out", Map.of());
    return message(me, id);
  }

  private Said said(Member me, UUID id) {
    return threads.said(me, id).orElseThrow();
  }

  /** Another text for an answer. */
  @Schema(name = "ReplyText")
  public record NewText(
      @Schema(example = "Oui, le jeudi.") @NotBlank @Size(max = 20_000) String text) {}
}
