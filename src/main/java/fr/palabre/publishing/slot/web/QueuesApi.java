package fr.palabre.publishing.slot.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.slot.QueueId;
import fr.palabre.publishing.slot.QueueOrder;
import fr.palabre.publishing.slot.SlotQueue;
import fr.palabre.publishing.slot.SlotQueues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
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

/** Queues and their weekly slots, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/queues")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class QueuesApi {
  private final SlotQueues queues;
  private final QueueOrder order;
  private final Accounts accounts;

  QueuesApi(SlotQueues queues, QueueOrder order, Accounts accounts) {
    this.queues = queues;
    this.order = order;
    this.accounts = accounts;
  }

  @GetMapping
  @Operation(operationId = "listQueues", summary = "The queues and their weekly slots")
  Slice<QueueSheet> list(Member me) {
    return Slice.whole(queues.all(me.workspaceId()).stream().map(QueueSheet::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "createQueue", summary = "Make a queue with its weekly slots")
  ResponseEntity<QueueSheet> create(Member me, @Valid @RequestBody QueueSheet.Wish wish) {
    var made = queues.create(me, wish.name(), known(me, wish))
        .orElseThrow(() -> Refusal.conflict("queue-same-name", Map.of()));
    queues.add(me, made.id(), wish.slots().stream().map(QueueSheet.Hour::slot).toList());
    var at = URI.create("/api/v1/" + me.tenantPath() + "/queues/" + made.id());
    var queue = queues.queue(me.workspaceId(), made.id());
    return ResponseEntity.created(at).eTag(etag(queue).value()).body(QueueSheet.of(queue));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getQueue", summary = "A queue")
  ResponseEntity<QueueSheet> queue(Member me, @PathVariable UUID id) {
    return answer(queues.queue(me.workspaceId(), new QueueId(id)));
  }

  @PutMapping("/{id}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "replaceQueue", summary = "Change a queue's name, accounts and slots",
      description = "What already stands in it keeps its date.")
  ResponseEntity<QueueSheet> replace(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody QueueSheet.Wish wish) {
    var queue = queues.queue(me.workspaceId(), new QueueId(id));
    etag(queue).require(ifMatch);
    var slots = wish.slots().stream().map(QueueSheet.Hour::slot).toList();
    if (!queues.change(me, queue.id(), wish.name(), known(me, wish)))
      throw Refusal.conflict("queue-same-name", Map.of());
    queue.slots().stream().filter(s -> !slots.contains(s))
        .forEach(s -> queues.remove(me, queue.id(), s));
    queues.add(me, queue.id(), slots);
    return queue(me, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "deleteQueue", summary = "Delete a queue and its slots",
      description = "What stands in it keeps its date.")
  void delete(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var queue = queues.queue(me.workspaceId(), new QueueId(id));
    etag(queue).require(ifMatch);
    queues.delete(me, queue.id());
  }

  @PostMapping("/{id}/pause")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "pauseQueue", summary = "Pause a queue",
      description = "Its contents lose their dates and wait in their order.")
  ResponseEntity<QueueSheet> pause(Member me, @PathVariable UUID id) {
    order.pause(me, new QueueId(id));
    return queue(me, id);
  }

  @DeleteMapping("/{id}/pause")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "resumeQueue", summary = "Let a paused queue go on",
      description = "Each content that waits takes the next free slot, in its turn.")
  ResponseEntity<QueueSheet> resume(Member me, @PathVariable UUID id) {
    order.resume(me, new QueueId(id));
    return queue(me, id);
  }

  private List<AccountId> known(Member me, QueueSheet.Wish wish) {
    var connected = accounts.connected(me.workspaceId()).stream().map(a -> a.id()).toList();
    var wanted = wish.accountIds().stream().map(AccountId::new).toList();
    if (!connected.containsAll(wanted)) throw Refusal.invalid("unknown-account");
    return wanted;
  }

  private static ResponseEntity<QueueSheet> answer(SlotQueue queue) {
    return ResponseEntity.ok().eTag(etag(queue).value()).body(QueueSheet.of(queue));
  }

  private static Etag etag(SlotQueue q) {
    return Etag.of(q.id(), q.name(), q.accounts(), q.slots(), q.paused());
  }
}
