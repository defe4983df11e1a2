package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.inbox.Conversation;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Done;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.NoAnswer;
import fr.palabre.inbox.Replies;
import fr.palabre.inbox.Replies.NewReply;
import fr.palabre.inbox.ReplyOutcome;
import fr.palabre.platform.Ids;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acting upon conversations, for programs, each on exactly what was read. */
@RestController
@RequestMapping("/api/v1/{brand}/conversations/{id}")
@Requires(Permission.INBOX_REPLY)
@Tag(name = "Conversations")
class DialogueApi {
  private final Inbox inbox;
  private final Replies replies;
  private final Answers answers;

  DialogueApi(Inbox inbox, Replies replies, Answers answers) {
    this.inbox = inbox;
    this.replies = replies;
    this.answers = answers;
  }

  @PostMapping("/replies")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "reply", summary = "Answer the public",
      description = "Refused with 412 if something happened that its writer has not read. What"
          + " became of it is read in the messages.")
  ResponseEntity<Handed> reply(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Words words) {
    var c = read(me, id, ifMatch);
    var outcome = replies.reply(me,
        new NewReply(c.id(), Ids.next(), c.version(), words.messageId(), words.text()));
    return ResponseEntity.accepted()
        .eTag(ConversationsApi.etag(inbox.conversation(me, c.id())).value())
        .body(new Handed(accepted(outcome)));
  }

  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "addNote", summary = "Write what only the team reads")
  void note(Member me, @PathVariable UUID id, @Valid @RequestBody Note note) {
    inbox.note(me, new ConversationId(id), Ids.next(), note.text());
  }

  @PutMapping("/assignee")
  @Operation(operationId = "assign", summary = "Give a conversation to someone, or to everyone")
  ResponseEntity<ConversationSheet> assign(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Assignment to) {
    var c = read(me, id, ifMatch);
    var member = to.memberId();
    return answer(me, c, inbox.assign(me, reads(c),
        answers.assignee(me, member == null ? "personne" : member.toString())));
  }

  @PutMapping("/closure")
  @Operation(operationId = "closeConversation", summary = "Close a conversation")
  ResponseEntity<ConversationSheet> close(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Closure closure) {
    var c = read(me, id, ifMatch);
    var why = closure == null ? null : closure.reason();
    return answer(me, c, inbox.close(me, reads(c),
        Objects.requireNonNullElse(why, NoAnswer.CLOSED)));
  }

  @DeleteMapping("/closure")
  @Operation(operationId = "reopenConversation", summary = "Open a conversation again")
  ResponseEntity<ConversationSheet> reopen(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var c = read(me, id, ifMatch);
    return answer(me, c, inbox.reopen(me, reads(c)));
  }

  static UUID accepted(ReplyOutcome outcome) {
    return switch (outcome) {
      case ReplyOutcome.Accepted(var message) -> message;
      case ReplyOutcome.Overtaken _ -> throw Refusal.changedSince();
      case ReplyOutcome.Impossible no -> throw switch (no.why()) {
        case EMPTY, TOO_LONG -> Refusal.invalid("reply-" + Refusal.code(no.why()));
        case NOTHING_TO_ANSWER, NO_WAY ->
            Refusal.conflict("reply-" + Refusal.code(no.why()), Map.of());
      };
    };
  }

  private Conversation read(Member me, UUID id, @Nullable String ifMatch) {
    var c = inbox.conversation(me, new ConversationId(id));
    ConversationsApi.etag(c).require(ifMatch);
    return c;
  }

  private ResponseEntity<ConversationSheet> answer(Member me, Conversation c, Done done) {
    if (done.left() > 0) throw Refusal.changedSince();
    return ConversationsApi.answer(me, inbox.conversation(me, c.id()));
  }

  private static List<Read> reads(Conversation c) {
    return List.of(new Read(c.id(), c.version()));
  }

  /** What to answer. */
  @Schema(name = "Reply")
  public record Words(
      @Schema(example = "Oui, chaque jeudi matin.") @NotBlank @Size(max = 20_000) String text,
      @Schema(description = "The message it answers; their last one if left out.",
          example = "019ab0de-0000-7000-8000-000000000052") @Nullable UUID messageId) {}

  /** An answer on its way. */
  @Schema(name = "ReplyHandedIn")
  public record Handed(@Schema(example = "019ab0de-0000-7000-8000-000000000053") UUID messageId) {}

  /** For the team alone. */
  @Schema(name = "Note")
  public record Note(
      @Schema(example = "Cliente du marché, déjà servie en octobre.")
      @NotBlank @Size(max = 4000) String text) {}

  /** Who is to answer. */
  @Schema(name = "Assignment")
  public record Assignment(
      @Schema(description = "Nobody in particular if left out.",
          example = "019ab0de-0000-7000-8000-000000000003") @Nullable UUID memberId) {}

  /** Why a conversation is over. */
  @Schema(name = "Closure")
  public record Closure(@Schema(example = "NOTHING_TO_ADD") @Nullable NoAnswer reason) {}
}
