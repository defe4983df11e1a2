package fr.palabre.publishing.evergreen.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evergreen queues, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/evergreen-queues")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class EvergreenApi {
  private final EvergreenQueues queues;

  EvergreenApi(EvergreenQueues queues) {
    this.queues = queues;
  }

  @GetMapping
  @Operation(operationId = "listEvergreenQueues", summary = "The evergreen queues")
  Slice<EvergreenSheet> list(Member me) {
    return Slice.whole(queues.all(me.workspaceId()).stream().map(EvergreenSheet::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "createEvergreenQueue", summary = "Make an evergreen queue",
      description = "Its contents come back at its hours where nothing else is planned.")
  ResponseEntity<EvergreenSheet> create(Member me, @Valid @RequestBody EvergreenSheet.Wish wish) {
    var made = queues.create(me, wish.name(), wish.spacing()).orElseThrow(EvergreenApi::sameName);
    queues.add(me, made.id(), wish.hours());
    var queue = queues.queue(me.workspaceId(), made.id());
    var at = URI.create("/api/v1/" + me.tenantPath() + "/evergreen-queues/" + made.id());
    return ResponseEntity.created(at).eTag(etag(queue).value()).body(EvergreenSheet.of(queue));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getEvergreenQueue", summary = "An evergreen queue")
  ResponseEntity<EvergreenSheet> queue(Member me, @PathVariable UUID id) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    return ResponseEntity.ok().eTag(etag(queue).value()).body(EvergreenSheet.of(queue));
  }

  @PutMapping("/{id}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "replaceEvergreenQueue",
      summary = "Change an evergreen queue's name, hours and spacing",
      description = "Copies that nobody touched follow; the others stay as they are.")
  ResponseEntity<EvergreenSheet> replace(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody EvergreenSheet.Wish wish) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    etag(queue).require(ifMatch);
    if (!queues.change(me, queue.id(), wish.name(), wish.spacing(), wish.hours()))
      throw sameName();
    return queue(me, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "deleteEvergreenQueue", summary = "Delete an evergreen queue",
      description = "Its contents stay; copies that wait and nobody touched are deleted.")
  void delete(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var queue = queues.queue(me.workspaceId(), new EvergreenId(id));
    etag(queue).require(ifMatch);
    queues.delete(me, queue.id());
  }

  @PostMapping("/{id}/pause")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "pauseEvergreenQueue", summary = "Pause an evergreen queue",
      description = "Nothing comes back; copies that wait and nobody touched are deleted.")
  ResponseEntity<EvergreenSheet> pause(Member me, @PathVariable UUID id) {
    queues.pause(me, new EvergreenId(id));
    return queue(me, id);
  }

  @DeleteMapping("/{id}/pause")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "resumeEvergreenQueue", summary = "Let a paused evergreen queue go on")
  ResponseEntity<EvergreenSheet> resume(Member me, @PathVariable UUID id) {
    queues.resume(me, new EvergreenId(id));
    return queue(me, id);
  }

  private static Refusal sameName() {
    return Refusal.conflict("queue-same-name", Map.of());
  }

  private static Etag etag(EvergreenQueue q) {
    return Etag.of(q.id(), q.name(), q.spacing(), q.slots(), q.paused());
  }
}
