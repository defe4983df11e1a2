package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentDates;
import fr.palabre.editorial.ContentDates.Move;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Moving;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving contents in the calendar, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/contents/{id}/date")
@Requires(Permission.CONTENT_WRITE)
@Tag(name = "Contents")
class ContentDatesApi {
  private final ContentDates dates;
  private final Contents contents;
  private final ContentAnswers answers;

  ContentDatesApi(ContentDates dates, Contents contents, ContentAnswers answers) {
    this.dates = dates;
    this.contents = contents;
    this.answers = answers;
  }

  @PutMapping
  @Operation(operationId = "moveContent", summary = "Give a content its date, or another",
      description = "The brand's wall clock at that instant is what is kept, to the minute.")
  ResponseEntity<ContentSheet> move(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Date date) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    var local = date.at().atZoneSameInstant(me.zone()).toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES);
    return switch (dates.move(me, content.id(), local.toString())) {
      case Move.Moved _ -> answers.answer(me, answers.content(me, id));
      case Move.AlreadyOut _ -> throw Refusal.conflict("already-out", Map.of());
      case Move.InThePast _ -> throw Refusal.invalid("date-past");
      case Move.NotAllowed _ -> throw Refusal.forbidden(Moving.Reason.NOT_ALLOWED);
    };
  }

  @DeleteMapping
  @Operation(operationId = "unplanContent", summary = "Take a content's date away")
  ResponseEntity<ContentSheet> unplan(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    return switch (contents.plan(me, content.id(), null)) {
      case Moving.Moved(var moved) -> answers.answer(me, moved);
      case Moving.Refused(_, var reason) -> throw switch (reason) {
        case CLOSED -> Refusal.conflict("already-out", Map.of());
        case NOT_ALLOWED -> Refusal.forbidden(reason);
        case PAST -> Refusal.invalid("date-past");
      };
    };
  }

  /** When a content goes out. */
  @Schema(name = "PlannedDate")
  public record Date(
      @Schema(example = "2026-11-26T09:30:00+01:00") @NotNull OffsetDateTime at) {}
}
