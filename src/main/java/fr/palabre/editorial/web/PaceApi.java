package fr.palabre.editorial.web;

import fr.palabre.editorial.Departure.Note;
import fr.palabre.editorial.Pace;
import fr.palabre.editorial.Paces;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The brand's pace, and what a content's date runs into, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Contents")
class PaceApi {
  private final Paces paces;
  private final ContentAnswers answers;
  private final Departures departures;
  private final Pages pages;

  PaceApi(Paces paces, ContentAnswers answers, Departures departures, Pages pages) {
    this.paces = paces;
    this.answers = answers;
    this.departures = departures;
    this.pages = pages;
  }

  @GetMapping("/pace")
  @Operation(operationId = "getPace", summary = "The pace beyond which one is told")
  ResponseEntity<PaceSheet> pace(Member me) {
    var pace = PaceSheet.of(paces.of(me.workspaceId()));
    return ResponseEntity.ok().eTag(Etag.of(pace).value()).body(pace);
  }

  @PutMapping("/pace")
  @Requires(Permission.PUBLISH)
  @Operation(operationId = "replacePace", summary = "Change the pace beyond which one is told",
      description = "Nothing is ever held back by it.")
  ResponseEntity<PaceSheet> change(Member me,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody PaceSheet wish) {
    Etag.of(PaceSheet.of(paces.of(me.workspaceId()))).require(ifMatch);
    paces.change(me, wish.pace());
    return pace(me);
  }

  @GetMapping("/contents/{id}/date/notes")
  @Operation(operationId = "listDateNotes",
      summary = "What one should know before settling on a content's date",
      description = "Too close to another, too many that day, much like one said already, more "
          + "than a network would take then.")
  Slice<NoteSheet> notes(Member me, @PathVariable UUID id, HttpServletRequest request) {
    var page = pages.of(request);
    return Slice.whole(departures.of(me, answers.content(me, id)).notes().stream()
        .map(note -> NoteSheet.of(note, me, page)).toList());
  }

  /** A pace on one account. */
  @Schema(name = "Pace")
  public record PaceSheet(
      @Schema(description = "Two contents nearer than this are too close.", example = "30")
      @Min(0) @Max(1440) int minutesApart,
      @Schema(description = "More than this in one day are too many.", example = "3")
      @Min(1) @Max(100) int daily) {

    static PaceSheet of(Pace pace) {
      return new PaceSheet((int) pace.apart().toMinutes(), pace.daily());
    }

    Pace pace() {
      return new Pace(Duration.ofMinutes(minutesApart), daily);
    }
  }

  /** Something to know about a date. */
  @Schema(name = "DateNote")
  public record NoteSheet(
      @Schema(example = "caution.close") String code,
      @Schema(description = "In the caller's language.",
          example = "À moins de 30 minutes d’un autre contenu.") String text,
      @Schema(description = "Whether it would go out at that date all the same.",
          example = "true") boolean fits,
      @Schema(description = "Another date that would do; absent if none is known.",
          example = "2026-11-26T10:30:00+01:00") @Nullable OffsetDateTime instead) {

    static NoteSheet of(Note note, Member me, Page page) {
      return new NoteSheet(note.words(), page.t(note.words(), note.arguments().toArray()),
          note.fits(), note.instead().isEmpty() ? null
              : LocalDateTime.parse(note.instead()).atZone(me.zone()).toOffsetDateTime());
    }
  }
}
