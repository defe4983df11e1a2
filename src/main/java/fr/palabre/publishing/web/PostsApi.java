package fr.palabre.publishing.web;

import fr.palabre.delivery.Deliveries;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.Afterwards;
import fr.palabre.publishing.PostId;
import fr.palabre.publishing.PostState;
import fr.palabre.publishing.Publication;
import fr.palabre.publishing.ScheduledPost;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** What goes out and what became of it, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/posts")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class PostsApi {
  private final Publication publication;
  private final Afterwards afterwards;
  private final Deliveries deliveries;
  private final PostLines lines;

  PostsApi(Publication publication, Afterwards afterwards, Deliveries deliveries,
      PostLines lines) {
    this.publication = publication;
    this.afterwards = afterwards;
    this.deliveries = deliveries;
    this.lines = lines;
  }

  @GetMapping
  @Operation(operationId = "listPosts",
      summary = "What was put on the schedule, account by account, the latest first")
  ResponseEntity<Slice<PostSheet>> list(Member me, @Valid Paging paging,
      @Parameter(description = "Only those that stand there.")
      @RequestParam(required = false) @Nullable PostState state,
      @Parameter(description = "Only this content's.")
      @RequestParam(required = false) @Nullable UUID contentId) {
    var ids = lines.ids(me, state, contentId == null ? null : new ContentId(contentId), paging);
    var posts = publication.among(me.workspaceId(), ids).stream()
        .collect(Collectors.toMap(post -> post.id().value(), Function.identity()));
    return paging.answer(ids.stream().map(posts::get).toList(), post -> Cursor.of(post.id()),
        PostSheet::of);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPost", summary = "A content as it goes out on one account")
  ResponseEntity<PostSheet> post(Member me, @PathVariable UUID id) {
    return answer(publication.post(me.workspaceId(), new PostId(id)));
  }

  @GetMapping("/{id}/attempts")
  @Operation(operationId = "listAttempts",
      summary = "What was sent, what the network said, what was decided, in order")
  Slice<AttemptSheet> attempts(Member me, @PathVariable UUID id) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    return Slice.whole(deliveries.of(me.workspaceId(), post.id().subjects().toList()).stream()
        .flatMap(d -> deliveries.story(me.workspaceId(), d.id()).stream()
            .map(attempt -> AttemptSheet.of(d, attempt, me.zone())))
        .toList());
  }

  @PutMapping("/{id}/date")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "movePost", summary = "Give a post another hour",
      description = "What is out of it already stays out.")
  ResponseEntity<PostSheet> move(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Hour hour) {
    var post = waiting(me, id, ifMatch);
    var local = hour.at().atZoneSameInstant(me.zone()).toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES);
    if (!publication.move(me, post.id(), local)) throw Refusal.invalid("date-past");
    return post(me, id);
  }

  @PostMapping("/{id}/release")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "releasePost", summary = "Send a post at once, whatever its hour was")
  ResponseEntity<PostSheet> release(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    publication.now(me, waiting(me, id, ifMatch).id());
    return post(me, id);
  }

  @PostMapping("/{id}/cancellation")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "cancelPost", summary = "Take a post off the schedule")
  ResponseEntity<PostSheet> cancel(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    if (!publication.cancel(me, waiting(me, id, ifMatch).id()))
      throw Refusal.conflict("already-out", Map.of());
    return post(me, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "removePost", summary = "Delete a published post on its network",
      description = "With the rest of its thread and its first reply; what did not go out yet never "
          + "will. A freeze does not stop it. What became of it is read in the post's state.")
  ResponseEntity<PostSheet> remove(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    etag(post).require(ifMatch);
    if (post.state() == PostState.REMOVED || !afterwards.remove(me, post))
      throw Refusal.conflict("not-out", Map.of());
    return ResponseEntity.accepted().body(PostSheet.of(post));
  }

  private ScheduledPost waiting(Member me, UUID id, @Nullable String ifMatch) {
    var post = publication.post(me.workspaceId(), new PostId(id));
    etag(post).require(ifMatch);
    if (post.state() != PostState.WAITING) throw Refusal.conflict("already-out", Map.of());
    return post;
  }

  private static ResponseEntity<PostSheet> answer(ScheduledPost post) {
    return ResponseEntity.ok().eTag(etag(post).value()).body(PostSheet.of(post));
  }

  private static Etag etag(ScheduledPost p) {
    return Etag.of(p.id(), p.hash(), p.title(), p.when(), p.late(), p.state(), p.remoteId(), p.permalink(),
        p.publishedAt());
  }

  /** Another hour. */
  @Schema(name = "PostHour")
  public record Hour(
      @Schema(example = "2026-11-26T10:00:00+01:00") @NotNull OffsetDateTime at) {}
}
