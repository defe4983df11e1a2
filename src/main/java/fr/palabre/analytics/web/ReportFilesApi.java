package fr.palabre.analytics.web;

import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.web.ReportViews.Shown;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Saved reports as files, for programs, in the language of the token's holder. */
@RestController
@RequestMapping("/api/v1/{brand}/reports/{id}")
@Requires(Permission.METRICS_READ)
@Tag(name = "Reports")
class ReportFilesApi {
  private final Reports reports;
  private final ReportViews views;
  private final ReportFiles files;
  private final Pages pages;

  ReportFilesApi(Reports reports, ReportViews views, ReportFiles files, Pages pages) {
    this.reports = reports;
    this.views = views;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping(path = "/pdf", produces = "application/pdf")
  @Operation(operationId = "getReportPdf", summary = "A report as PDF")
  ResponseEntity<byte[]> pdf(Member me, @PathVariable UUID id,
      @Parameter(description = "A version it was closed with; the report as it stands if left out.",
          example = "1")
      @RequestParam(required = false) @Nullable Integer version, HttpServletRequest request) {
    return files.pdfAnswer(me, shown(me, id, version), pages.of(request));
  }

  @GetMapping(path = "/csv", produces = "text/csv")
  @Operation(operationId = "getReportCsv",
      summary = "A report as one long table, one figure a line")
  ResponseEntity<byte[]> csv(Member me, @PathVariable UUID id,
      @Parameter(description = "A version it was closed with; the report as it stands if left out.",
          example = "1")
      @RequestParam(required = false) @Nullable Integer version, HttpServletRequest request) {
    return files.csvAnswer(me, shown(me, id, version), pages.of(request));
  }

  private Shown shown(Member me, UUID id, @Nullable Integer version) {
    var report = reports.find(me.workspaceId(), id).orElseThrow();
    return views.shown(me, report, version).orElseThrow();
  }
}
