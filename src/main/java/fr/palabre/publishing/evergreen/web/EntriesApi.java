package fr.palabre.publishing.evergreen.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import fr.palabre.publishing.evergreen.Evergreens;
import fr.palabre.publishing.evergreen.Outlook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contents of an evergreen queue and the hours to come, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/evergreen-queues/{id}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class EntriesApi {
  private final EvergreenQueues queues;
  private final Evergreens evergreens;
  private final Outlook outlook;
  private final Clock clock;

  EntriesApi(EvergreenQueues queues, Evergreens evergreens, Outlook outlook, Clock clock) {
    this.queues = queues;
    this.evergreens = evergreens;
    this.outlook = outlook;
    this.clock = clock;
  }

  @GetMapping("/contents")
  @Operation(operationId = "listEvergreenContents",
      summary = "The contents of an evergreen queue, those added first before")
  Slice<EntrySheet> contents(Member me, @PathVariable UUID id) {
    var queue = queue(me, id);
    var today = today(me);
    return Slice.whole(outlook.contents(me, queue).stream()
        .map(c -> EntrySheet.of(c, queue, today)).toList());
  }

  @PutMapping("/contents/{content}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "putEvergreenContent",
      summary = "Let a content come back, or change how long it does",
      description = "A content stands in one evergreen queue at most. A copy stands for the content"
          + " it repeats.")
  EntrySheet put(Member me, @PathVariable UUID id, @PathVariable UUID content,
      @Valid @RequestBody EntrySheet.Wish wish) {
    var queue = queue(me, id);
    var model = evergreens.modelOf(me, new ContentId(content));
    if (evergreens.find(me, model).filter(e -> e.queue().equals(queue.id())).isPresent())
      evergreens.change(me, queue.id(), model, wish.season(), wish.keepsApproval());
    else if (!evergreens.add(me, queue.id(), model, wish.season(), wish.keepsApproval()))
      throw Refusal.conflict("evergreen-elsewhere", Map.of());
    return outlook.contents(me, queue).stream().filter(c -> c.content().id().equals(model))
        .map(c -> EntrySheet.of(c, queue, today(me))).findFirst()
        .orElseThrow(() -> new NoSuchElementException("No content " + content));
  }

  @DeleteMapping("/contents/{content}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "removeEvergreenContent", summary = "Let a content come back no more",
      description = "Its copies that wait and nobody touched are deleted.")
  void remove(Member me, @PathVariable UUID id, @PathVariable UUID content) {
    evergreens.remove(me, new EvergreenId(id), new ContentId(content));
  }

  @GetMapping("/coming")
  @Operation(operationId = "listEvergreenHours",
      summary = "What the hours of the six weeks to come hold, and why some hold nothing",
      description = "None while the queue is paused.")
  Slice<ComingSheet> coming(Member me, @PathVariable UUID id) {
    return Slice.whole(outlook.coming(me, queue(me, id)).stream()
        .map(c -> ComingSheet.of(c, me.zone())).toList());
  }

  private EvergreenQueue queue(Member me, UUID id) {
    return queues.queue(me.workspaceId(), new EvergreenId(id));
  }

  private LocalDate today(Member me) {
    return LocalDate.ofInstant(clock.instant(), me.zone());
  }
}
