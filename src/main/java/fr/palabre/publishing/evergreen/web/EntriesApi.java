package fr.palabre.publishing.evergreen.web;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import fr.palabre.publishing.evergreen.Evergreen;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueue;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import fr.palabre.publishing.evergreen.Evergreens;
import fr.palabre.publishing.evergreen.Outlook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

/** The contents of an evergreen queue and the hours to come, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/evergreen-queues/{id}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Publishing")
class EntriesApi {
  private static final String CONTENT = "The content that comes back.";
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

  @PostMapping("/contents")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "addEvergreenContent", summary = "Let a content come back",
      description = "A content stands in one evergreen queue at most. A copy stands for the content"
          + " it repeats.")
  ResponseEntity<EntrySheet> add(Member me, @PathVariable UUID id,
      @Valid @RequestBody EntrySheet.Wish wish) {
    var queue = queue(me, id);
    var model = evergreens.modelOf(me, new ContentId(wish.contentId()));
    if (!evergreens.add(me, queue.id(), model, wish.lasting().season(),
        wish.lasting().keepsApproval()))
      throw Refusal.conflict("evergreen-elsewhere", Map.of());
    var at = URI.create("/api/v1/" + me.tenantPath() + "/evergreen-queues/" + id + "/contents/"
        + model);
    return answer(ResponseEntity.created(at), me, queue, model);
  }

  @GetMapping("/contents/{content}")
  @Operation(operationId = "getEvergreenContent", summary = "A content of an evergreen queue")
  ResponseEntity<EntrySheet> content(Member me, @PathVariable UUID id,
      @Parameter(description = CONTENT) @PathVariable UUID content) {
    return answer(ResponseEntity.ok(), me, queue(me, id), new ContentId(content));
  }

  @PutMapping("/contents/{content}")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "replaceEvergreenContent",
      summary = "Change how long a content comes back",
      description = "Copies that nobody touched follow.")
  ResponseEntity<EntrySheet> replace(Member me, @PathVariable UUID id,
      @Parameter(description = CONTENT) @PathVariable UUID content,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody EntrySheet.Lasting lasting) {
    var entry = evergreens.entry(me, new EvergreenId(id), new ContentId(content));
    etag(entry).require(ifMatch);
    evergreens.change(me, entry.queue(), entry.content(), lasting.season(),
        lasting.keepsApproval());
    return content(me, id, content);
  }

  @DeleteMapping("/contents/{content}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "removeEvergreenContent", summary = "Let a content come back no more",
      description = "Its copies that wait and nobody touched are deleted.")
  void remove(Member me, @PathVariable UUID id,
      @Parameter(description = CONTENT) @PathVariable UUID content) {
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

  private ResponseEntity<EntrySheet> answer(ResponseEntity.BodyBuilder answer, Member me,
      EvergreenQueue queue, ContentId id) {
    var found = outlook.contents(me, queue).stream().filter(c -> c.content().id().equals(id))
        .findFirst().orElseThrow(() -> new NoSuchElementException("No content " + id));
    return answer.eTag(etag(found.entry()).value())
        .body(EntrySheet.of(found, queue, today(me)));
  }

  private static Etag etag(Evergreen entry) {
    return Etag.of(entry.content(), entry.queue(), entry.season(), entry.keepsApproval());
  }

  private EvergreenQueue queue(Member me, UUID id) {
    return queues.queue(me.workspaceId(), new EvergreenId(id));
  }

  private LocalDate today(Member me) {
    return LocalDate.ofInstant(clock.instant(), me.zone());
  }
}
