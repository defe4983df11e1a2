package fr.palabre.analytics.web;

import fr.palabre.analytics.journal.DayNote;
import fr.palabre.analytics.journal.Journal;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal's remarks, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/journal")
@Requires(Permission.METRICS_READ)
@Tag(name = "Journal")
class JournalApi {
  private final Journal journal;
  private final Clock clock;

  JournalApi(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @GetMapping
  @Operation(operationId = "listJournal", summary = "What people remarked on the days")
  Slice<Day> list(Member me, PeriodQuery query) {
    var period = query.period(LocalDate.ofInstant(clock.instant(), me.zone()));
    return Slice.whole(journal.notes(me.workspaceId(), period).stream()
        .map(note -> Day.of(note, me.zone())).toList());
  }

  @GetMapping("/{day}")
  @Operation(operationId = "getJournalDay", summary = "What people remarked on a day")
  ResponseEntity<Day> day(Member me,
      @Parameter(description = "On the brand's calendar.", example = "2026-11-22")
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return answer(me, journal.note(me.workspaceId(), day).orElseThrow());
  }

  @PutMapping("/{day}")
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "writeJournalDay", summary = "Write what one remarked on a day",
      description = "A day nobody wrote on has no version: send `If-Match: \"0\"`.")
  ResponseEntity<Day> write(Member me,
      @Parameter(description = "On the brand's calendar.", example = "2026-11-22")
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Remarks said) {
    var before = journal.note(me.workspaceId(), day);
    etag(before).require(ifMatch);
    var written = journal.write(me, day, said.event(), said.remarks(),
        before.map(DayNote::version).orElse(0));
    if (written.isEmpty()) throw Refusal.changedSince();
    return answer(me, journal.note(me.workspaceId(), day).orElseThrow());
  }

  private static ResponseEntity<Day> answer(Member me, DayNote note) {
    return ResponseEntity.ok().eTag(etag(Optional.of(note)).value())
        .body(Day.of(note, me.zone()));
  }

  private static Etag etag(Optional<DayNote> note) {
    return new Etag('"' + String.valueOf(note.map(DayNote::version).orElse(0)) + '"');
  }

  /** A day of the journal. */
  @Schema(name = "JournalDay")
  public record Day(
      @Schema(example = "2026-11-22") LocalDate day,
      @Schema(description = "What happened that explains figures.", example = "Fête du pain")
      String event,
      @Schema(example = "Deux fois plus de questions que d’habitude.") String remarks,
      @Schema(example = "1") int version,
      @Schema(example = "019ab0de-0000-7000-8000-000000000003") UUID writtenBy,
      @Schema(example = "2026-11-22T18:10:00+01:00") OffsetDateTime writtenAt) {

    static Day of(DayNote n, ZoneId zone) {
      return new Day(n.day(), n.event(), n.remarks(), n.version(), n.writtenBy(),
          n.writtenAt().atZone(zone).toOffsetDateTime());
    }
  }

  /** What one remarked. */
  @Schema(name = "JournalEntry")
  public record Remarks(
      @Schema(example = "Fête du pain") @NotNull @Size(max = Journal.LONGEST_EVENT) String event,
      @Schema(example = "Deux fois plus de questions que d’habitude.")
      @NotNull @Size(max = Journal.LONGEST_REMARKS) String remarks) {}
}
