package fr.palabre.publishing.slot.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.WallClock;
import fr.palabre.publishing.slot.Placement;
import fr.palabre.publishing.slot.Placing;
import fr.palabre.publishing.slot.QueueId;
import fr.palabre.publishing.slot.QueueMovedOn;
import fr.palabre.publishing.slot.QueueOrder;
import fr.palabre.publishing.slot.QueuePlace;
import fr.palabre.publishing.slot.SlotQueues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
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

/** Who stands in a queue, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/queues/{id}/entries")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class QueueEntriesApi {
  private static final String CONTENT = "019ab0de-0000-7000-8000-000000000010";
  private final SlotQueues queues;
  private final Placing placing;
  private final QueueOrder order;
  private final Contents contents;

  QueueEntriesApi(SlotQueues queues, Placing placing, QueueOrder order, Contents contents) {
    this.queues = queues;
    this.placing = placing;
    this.order = order;
    this.contents = contents;
  }

  @GetMapping
  @Operation(operationId = "listQueueEntries", summary = "The contents of a queue, in their order")
  ResponseEntity<Slice<Entry>> list(Member me, @PathVariable UUID id) {
    var line = line(me, id);
    return ResponseEntity.ok().eTag(etag(line).value()).body(
        Slice.whole(line.stream().map(place -> entry(me, place)).toList()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CONTENT_WRITE)
  @Operation(operationId = "addToQueue", summary = "Give a content the queue's next free slot",
      description = "In a paused queue it waits without a date, in its turn.")
  Entry add(Member me, @PathVariable UUID id, @Valid @RequestBody NewEntry wish) {
    var queue = queues.queue(me.workspaceId(), new QueueId(id));
    var content = contents.content(me.workspaceId(), new ContentId(wish.contentId()));
    return switch (added(me, content.id(), queue.id())) {
      case Placement.Placed(var _, WallClock when) -> new Entry(content.id().value(),
          content.name(), content.stage(), when.instant().atZone(me.zone()).toOffsetDateTime());
      case Placement.Held _ ->
          new Entry(content.id().value(), content.name(), content.stage(), null);
      case Placement.Refused(Placement.Reason reason) -> throw refusal(reason);
    };
  }

  @PutMapping("/{contentId}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "moveInQueue", summary = "Give a content another place in the queue",
      description = "The slots stay, the contents change places. The version is the list's.")
  ResponseEntity<Slice<Entry>> move(Member me, @PathVariable UUID id,
      @Parameter(description = "The content.", example = CONTENT) @PathVariable UUID contentId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Position position) {
    etag(line(me, id)).require(ifMatch);
    try {
      if (!order.move(me, new QueueId(id), new ContentId(contentId), position.place()))
        throw new NoSuchElementException("Not in the queue: " + contentId);
    } catch (QueueMovedOn left) {
      throw refusal(Placement.Reason.QUEUE_CLOSED);
    }
    return list(me, id);
  }

  @DeleteMapping("/{contentId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "removeFromQueue",
      summary = "Take a content out of the queue, and its date away")
  void remove(Member me, @PathVariable UUID id,
      @Parameter(description = "The content.", example = CONTENT) @PathVariable UUID contentId) {
    var stands = line(me, id).stream()
        .anyMatch(place -> place.content().id().value().equals(contentId));
    if (!stands) throw new NoSuchElementException("Not in the queue: " + contentId);
    placing.remove(me, new ContentId(contentId));
  }

  private Placement added(Member me, ContentId content, QueueId queue) {
    try {
      return placing.add(me, content, queue);
    } catch (QueueMovedOn left) {
      throw refusal(Placement.Reason.QUEUE_CLOSED);
    }
  }

  private static Refusal refusal(Placement.Reason reason) {
    return reason == Placement.Reason.NOT_ALLOWED ? Refusal.forbidden(reason)
        : Refusal.conflict(reason);
  }

  private List<QueuePlace> line(Member me, UUID id) {
    return placing.line(me, queues.queue(me.workspaceId(), new QueueId(id)));
  }

  private static Entry entry(Member me, QueuePlace place) {
    var at = place.at();
    return new Entry(place.content().id().value(), place.content().name(),
        place.content().stage(), at == null ? null
            : WallClock.of(at, me.zone()).instant().atZone(me.zone()).toOffsetDateTime());
  }

  private static Etag etag(List<QueuePlace> line) {
    return Etag.of(line.stream().map(p -> p.content().id() + " " + p.at()).toList());
  }

  /** A content in a queue. */
  @Schema(name = "QueueEntry")
  public record Entry(
      @Schema(example = "019ab0de-0000-7000-8000-000000000010") UUID contentId,
      @Schema(example = "Fournée du jeudi") String name,
      @Schema(example = "DRAFT") ContentStage stage,
      @Schema(description = "Its slot; absent while the queue is paused.",
          example = "2026-11-26T09:30:00+01:00") @Nullable OffsetDateTime at) {}

  /** Which content to add. */
  @Schema(name = "NewQueueEntry")
  public record NewEntry(
      @Schema(example = "019ab0de-0000-7000-8000-000000000010") @NotNull UUID contentId) {}

  /** Where to put it. */
  @Schema(name = "QueuePosition")
  public record Position(
      @Schema(description = "The first place is 0.", example = "0") @NotNull Integer place) {}
}
