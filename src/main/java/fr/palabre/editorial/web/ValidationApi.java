package fr.palabre.editorial.web;

import fr.palabre.editorial.Validation;
import fr.palabre.editorial.Validation.Departure;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submitting and validating contents, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/contents/{id}")
@Requires(Permission.CONTENT_WRITE)
@Tag(name = "Validation")
class ValidationApi {
  private final Validation validation;
  private final ContentAnswers answers;

  ValidationApi(Validation validation, ContentAnswers answers) {
    this.validation = validation;
    this.answers = answers;
  }

  @PostMapping("/submission")
  @Operation(operationId = "submitContent", summary = "Submit a content to validation")
  ResponseEntity<ContentSheet> submit(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Submission submission) {
    var content = answers.content(me, id);
    answers.etag(content).check(ifMatch);
    var without = submission != null && Boolean.TRUE.equals(submission.withoutAltTexts());
    return answers.answer(me, validation.submit(me, content.id(), without));
  }

  @DeleteMapping("/submission")
  @Operation(operationId = "recallContent", summary = "Take a submission back")
  ResponseEntity<ContentSheet> recall(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    return answers.answer(me, validation.recall(me, content.id()));
  }

  @PostMapping("/approval")
  @Requires(Permission.CONTENT_APPROVE)
  @Operation(operationId = "approveContent", summary = "Validate a content exactly as it was read",
      description = "If-Match names what was read: nothing else is validated.")
  ResponseEntity<ContentSheet> approve(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody(required = false) @Nullable Approving approving) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    var departure = approving == null ? null : approving.departure();
    return answers.answer(me, validation.approve(me, content.id(), content.hash(),
        Objects.requireNonNullElse(departure, Departure.PLANNED)));
  }

  @PostMapping("/change-requests")
  @Requires(Permission.CONTENT_APPROVE)
  @Operation(operationId = "requestChanges", summary = "Ask for changes, and say which")
  ResponseEntity<ContentSheet> askForChanges(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Remark remark) {
    var content = answers.content(me, id);
    answers.etag(content).check(ifMatch);
    return answers.answer(me, validation.askForChanges(me, content.id(), remark.comment()));
  }

  @GetMapping("/decisions")
  @Requires(Permission.CONTENT_READ)
  @Operation(operationId = "listDecisions",
      summary = "What was decided and said on a content, oldest first")
  Slice<DecisionLine> decisions(Member me, @PathVariable UUID id) {
    var content = answers.content(me, id);
    return Slice.whole(validation.story(me.workspaceId(), content.id()).stream()
        .map(d -> DecisionLine.of(d, me.zone())).toList());
  }

  /** How a content is submitted. */
  @Schema(name = "Submission")
  public record Submission(
      @Schema(description = "Whether to go on although images lack words for those who cannot see"
          + " them.", example = "false")
      @Nullable Boolean withoutAltTexts) {}

  /** When a validated content goes out. */
  @Schema(name = "Approval")
  public record Approving(
      @Schema(description = "PLANNED: at its date, or once it has one. NOW: at once.",
          example = "PLANNED") @Nullable Departure departure) {}

  /** Words of whoever reads a content. */
  @Schema(name = "ChangeRequest")
  public record Remark(
      @Schema(example = "Dire l’heure dès la première ligne.") @NotBlank @Size(max = 4000)
      String comment) {}
}
