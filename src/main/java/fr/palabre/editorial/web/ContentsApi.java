package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentShelf;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Saving;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contents, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/contents")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Contents")
class ContentsApi {
  private final Contents contents;
  private final ContentShelf shelf;
  private final ContentLines lines;
  private final ContentAnswers answers;

  ContentsApi(Contents contents, ContentShelf shelf, ContentLines lines, ContentAnswers answers) {
    this.contents = contents;
    this.shelf = shelf;
    this.lines = lines;
    this.answers = answers;
  }

  @GetMapping
  @Operation(operationId = "listContents", summary = "Contents, those changed last first")
  ResponseEntity<Slice<ContentLine>> list(Member me, @Valid Paging paging,
      @Parameter(description = "Only those that stand there.")
      @RequestParam(required = false) @Nullable ContentStage stage,
      @Parameter(description = "Only those planned from then on.")
      @RequestParam(required = false) @Nullable OffsetDateTime plannedFrom,
      @Parameter(description = "Only those planned before then.")
      @RequestParam(required = false) @Nullable OffsetDateTime plannedBefore) {
    var rows = lines.rows(me, new ContentLines.Filter(stage, plannedFrom, plannedBefore), paging);
    return paging.answer(rows, ContentLines.Row::place, ContentLines.Row::line);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CONTENT_WRITE)
  @Operation(operationId = "createContent", summary = "Write a new content, as a draft")
  ResponseEntity<ContentSheet> create(Member me, @Valid @RequestBody ContentDraft draft) {
    var content = saved(contents.save(me, ContentId.next(), 0,
        answers.body(me, draft, ContentBody.EMPTY), ""));
    var at = URI.create("/api/v1/" + me.tenantPath() + "/contents/" + content.id());
    return ResponseEntity.created(at).eTag(answers.etag(content).value())
        .body(ContentSheet.of(content, me.zone()));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getContent", summary = "A content")
  ResponseEntity<ContentSheet> content(Member me, @PathVariable UUID id) {
    return answers.answer(me, answers.content(me, id));
  }

  @PutMapping("/{id}")
  @Requires(Permission.CONTENT_WRITE)
  @Operation(operationId = "replaceContent", summary = "Change what a content says",
      description = "What was validated and says something else must be validated again.")
  ResponseEntity<ContentSheet> replace(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody ContentDraft draft) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    return answers.answer(me, saved(contents.save(me, content.id(), content.version(),
        answers.body(me, draft, content.body()), "")));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.CONTENT_WRITE)
  @Operation(operationId = "deleteContent", summary = "Delete a content of which nothing is out")
  void delete(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    if (!shelf.delete(me, content.id())) throw Refusal.conflict("already-out", Map.of());
  }

  @GetMapping("/{id}/checks")
  @Operation(operationId = "listContentChecks",
      summary = "What stands in the way of a content, account by account")
  Slice<CheckLine> checks(Member me, @PathVariable UUID id) {
    return Slice.whole(answers.checks(answers.content(me, id)));
  }

  private static Content saved(Saving saving) {
    return switch (saving) {
      case Saving.Saved saved -> saved.content();
      case Saving.Conflict _ -> throw Refusal.changedSince();
      case Saving.Closed _ -> throw Refusal.conflict("already-out", Map.of());
    };
  }
}
