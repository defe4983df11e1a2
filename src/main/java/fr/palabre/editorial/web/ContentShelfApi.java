package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentShelf;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Copying contents, cancelling them and taking them up again, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/contents/{id}")
@Requires(Permission.CONTENT_WRITE)
@Tag(name = "Contents")
class ContentShelfApi {
  private final ContentShelf shelf;
  private final ContentAnswers answers;

  ContentShelfApi(ContentShelf shelf, ContentAnswers answers) {
    this.shelf = shelf;
    this.answers = answers;
  }

  @PostMapping("/copies")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "copyContent",
      summary = "Make a new draft that says the same, without a date")
  ResponseEntity<ContentSheet> copy(Member me, @PathVariable UUID id) {
    var copy = answers.content(me, shelf.duplicate(me, answers.content(me, id).id()).value());
    var at = URI.create("/api/v1/" + me.tenantPath() + "/contents/" + copy.id());
    return ResponseEntity.created(at).eTag(answers.etag(copy).value())
        .body(ContentSheet.of(copy, me.zone()));
  }

  @PostMapping("/cancellation")
  @Operation(operationId = "cancelContent", summary = "Set a content aside: it will not go out",
      description = "It stays to be seen, and can be taken up again.")
  ResponseEntity<ContentSheet> cancel(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    if (!shelf.cancel(me, content.id())) throw Refusal.conflict("already-out", Map.of());
    return answers.answer(me, answers.content(me, id));
  }

  @DeleteMapping("/cancellation")
  @Operation(operationId = "reopenContent",
      summary = "Make a draft again of what was cancelled, or refused everywhere")
  ResponseEntity<ContentSheet> reopen(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    if (!shelf.reopen(me, content.id())) throw Refusal.conflict("not-cancelled", Map.of());
    return answers.answer(me, answers.content(me, id));
  }
}
