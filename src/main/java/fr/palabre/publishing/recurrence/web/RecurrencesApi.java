package fr.palabre.publishing.recurrence.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.recurrence.Recurrence;
import fr.palabre.publishing.recurrence.RecurrenceId;
import fr.palabre.publishing.recurrence.Recurrences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What comes back, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/recurrences")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class RecurrencesApi {
  private final Recurrences recurrences;

  RecurrencesApi(Recurrences recurrences) {
    this.recurrences = recurrences;
  }

  @GetMapping
  @Operation(operationId = "listRecurrences", summary = "What comes back, the newest first")
  Slice<RecurrenceSheet> list(Member me) {
    return Slice.whole(recurrences.running(me.workspaceId()).stream()
        .map(RecurrenceSheet::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "createRecurrence", summary = "Repeat a content",
      description = "Each occurrence is a content of its own, made some weeks ahead.")
  ResponseEntity<RecurrenceSheet> create(Member me,
      @Valid @RequestBody RecurrenceSheet.Wish wish) {
    var made = recurrences.create(me, new ContentId(wish.contentId()), wish.rule().rule(),
        wish.keepsApproval());
    var at = URI.create("/api/v1/" + me.tenantPath() + "/recurrences/" + made.id());
    return ResponseEntity.created(at).eTag(etag(made).value()).body(RecurrenceSheet.of(made));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getRecurrence", summary = "A recurrence")
  ResponseEntity<RecurrenceSheet> recurrence(Member me, @PathVariable UUID id) {
    return answer(recurrences.recurrence(me.workspaceId(), new RecurrenceId(id)));
  }

  @PutMapping("/{id}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "changeRecurrence",
      summary = "Change the rule of what is to come, or from a date on",
      description = "From a date on, the answer is the recurrence that goes on. What somebody"
          + " changed, moved or deleted stays as it is.")
  ResponseEntity<RecurrenceSheet> change(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody RecurrenceSheet.Change change) {
    var before = recurrences.recurrence(me.workspaceId(), new RecurrenceId(id));
    etag(before).require(ifMatch);
    return answer(recurrences.change(me, before.id(), change.following(), change.rule().rule(),
        change.keepsApproval()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "endRecurrence", summary = "End a recurrence",
      description = "What was made and nobody touched is deleted.")
  void end(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var recurrence = recurrences.recurrence(me.workspaceId(), new RecurrenceId(id));
    etag(recurrence).require(ifMatch);
    recurrences.end(me, recurrence.id());
  }

  private static ResponseEntity<RecurrenceSheet> answer(Recurrence recurrence) {
    return ResponseEntity.ok().eTag(etag(recurrence).value())
        .body(RecurrenceSheet.of(recurrence));
  }

  private static Etag etag(Recurrence r) {
    return Etag.of(r.id(), r.model(), r.rule(), r.keepsApproval(), r.ended());
  }
}
