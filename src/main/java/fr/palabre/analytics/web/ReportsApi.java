package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Report;
import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.count.Period;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
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

/** Saved reports, for programs: begun, written, closed, deleted. */
@RestController
@RequestMapping("/api/v1/{brand}/reports")
@Requires(Permission.METRICS_READ)
@Tag(name = "Reports")
class ReportsApi {
  private final Reports reports;

  ReportsApi(Reports reports) {
    this.reports = reports;
  }

  @GetMapping
  @Operation(operationId = "listReports", summary = "Saved reports, those begun last first")
  ResponseEntity<Slice<ReportSheet>> list(Member me, @Valid Paging paging) {
    var rows = reports.page(me.workspaceId(), paging.after(c -> c.uuid(0)), paging.rows());
    return paging.answer(rows, report -> Cursor.of(report.id()),
        report -> ReportSheet.of(report, me.zone()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "createReport", summary = "Begin the report of a period",
      description = "A period has one report: where it has one already, that one is answered.")
  ResponseEntity<ReportSheet> create(Member me, @Valid @RequestBody Wish wish) {
    var report = report(me, reports.begin(me, wish.period()));
    var at = URI.create("/api/v1/" + me.tenantPath() + "/reports/" + report.id());
    return ResponseEntity.created(at).eTag(ReportSheet.etag(report).value())
        .body(ReportSheet.of(report, me.zone()));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getReport", summary = "A saved report")
  ResponseEntity<ReportSheet> get(Member me, @PathVariable UUID id) {
    return answer(me, id);
  }

  @PutMapping("/{id}/words")
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "writeReport", summary = "Write what one says of a report")
  ResponseEntity<ReportSheet> write(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Words said) {
    var report = read(me, id, ifMatch);
    if (report.closed()) throw Refusal.conflict("report-closed", Map.of());
    if (reports.write(me, id, said.words(), report.version()).isEmpty())
      throw Refusal.changedSince();
    return answer(me, id);
  }

  @PutMapping("/{id}/closure")
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "closeReport", summary = "Freeze a report's figures and words")
  ResponseEntity<ReportSheet> close(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    reports.close(me, read(me, id, ifMatch));
    return answer(me, id);
  }

  @DeleteMapping("/{id}/closure")
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "reopenReport", summary = "Let a report be written again",
      description = "What it was closed with stays readable, as a version.")
  ResponseEntity<ReportSheet> reopen(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    reports.reopen(me, read(me, id, ifMatch));
    return answer(me, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.REPORT_WRITE)
  @Operation(operationId = "deleteReport", summary = "Delete a report that was never closed",
      description = "What was closed may have been handed on, and stays.")
  void delete(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    if (!reports.delete(me, read(me, id, ifMatch)))
      throw Refusal.conflict("report-closed", Map.of());
  }

  private Report read(Member me, UUID id, @Nullable String ifMatch) {
    var report = report(me, id);
    ReportSheet.etag(report).require(ifMatch);
    return report;
  }

  private Report report(Member me, UUID id) {
    return reports.find(me.workspaceId(), id).orElseThrow();
  }

  private ResponseEntity<ReportSheet> answer(Member me, UUID id) {
    var report = report(me, id);
    return ResponseEntity.ok().eTag(ReportSheet.etag(report).value())
        .body(ReportSheet.of(report, me.zone()));
  }

  /** The days a report is about. */
  @Schema(name = "NewReport")
  public record Wish(
      @Schema(description = "First day, on the brand's calendar.", example = "2026-10-01")
      @NotNull LocalDate from,
      @Schema(description = "Last day, included; at most 366 days in all.", example = "2026-10-31")
      @NotNull LocalDate to) {
    Period period() {
      try {
        return new Period(from, to);
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid("bad-period");
      }
    }
  }

  /** What the community manager says of a period. */
  @Schema(name = "ReportWords")
  public record Words(
      @Schema(example = "Un mois porté par la fête du pain.")
      @NotNull @Size(max = Reports.LONGEST_WORDS) String words) {}
}
