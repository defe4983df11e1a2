package fr.palabre.analytics.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_HTML_VALUE;

import fr.palabre.analytics.bilan.Report;
import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.count.Period;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toast;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Reports: begun for any period, written, closed, read again. */
@Controller
@RequestMapping("/{brand}/bilans")
@Requires(Permission.METRICS_READ)
class ReportPages {
  private final Reports reports;
  private final ReportViews views;
  private final ReportFiles files;
  private final Pages pages;
  private final Toasts toasts;

  ReportPages(Reports reports, ReportViews views, ReportFiles files, Pages pages,
      Toasts toasts) {
    this.files = files;
    this.reports = reports;
    this.views = views;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String list(Member me, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var last = new PeriodForm("mois-dernier", null, null).period(StatsViews.lastDay(page));
    model.addAttribute("list", new ReportList(
        reports.latest(me.workspaceId()).stream().map(r -> row(r, page)).toList(),
        Stream.of("mois-dernier", "mois", "28", "7")
            .map(p -> new Choice(p, page.t("analytics.period." + p))).toList(),
        last.from().toString(), last.to().toString()));
    return "analytics/reports";
  }

  @GetMapping("/{id}")
  String show(Member me, @PathVariable UUID id, @RequestParam @Nullable Integer version,
      HttpServletRequest request, Model model) {
    var shown = shown(me, id, version);
    model.addAttribute("report", views.view(me, shown, pages.of(request)));
    return "analytics/report";
  }

  @GetMapping("/{id}/pdf")
  ResponseEntity<byte[]> pdf(Member me, @PathVariable UUID id,
      @RequestParam @Nullable Integer version, HttpServletRequest request) {
    return files.pdfAnswer(me, shown(me, id, version), pages.of(request));
  }

  @GetMapping("/{id}/csv")
  ResponseEntity<byte[]> csv(Member me, @PathVariable UUID id,
      @RequestParam @Nullable Integer version, HttpServletRequest request) {
    return files.csvAnswer(me, shown(me, id, version), pages.of(request));
  }

  @PostMapping
  @Requires(Permission.REPORT_WRITE)
  String begin(Member me, PeriodForm form, HttpServletRequest request) {
    var page = pages.of(request);
    Period period = form.period(StatsViews.lastDay(page));
    return "redirect:" + page.to("bilans/" + reports.begin(me, period));
  }

  @PostMapping(path = "/{id}/mots", produces = APPLICATION_JSON_VALUE)
  @Requires(Permission.REPORT_WRITE)
  @ResponseBody
  ResponseEntity<Saved> save(Member me, @PathVariable UUID id,
      @Valid @ModelAttribute WordsForm form, HttpServletRequest request) {
    var page = pages.of(request);
    return written(me, id, form)
        .map(version -> ResponseEntity.ok(new Saved(version, JournalPages.saved(page))))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
            .body(new Saved(form.version(), page.t("analytics.conflict.short"))));
  }

  @PostMapping(path = "/{id}/mots", produces = TEXT_HTML_VALUE)
  @Requires(Permission.REPORT_WRITE)
  String write(Member me, @PathVariable UUID id, @Valid @ModelAttribute WordsForm form,
      HttpServletRequest request, HttpServletResponse response) {
    var page = pages.of(request);
    toasts.tell(request, response, written(me, id, form).isPresent()
        ? Toast.done(JournalPages.saved(page))
        : Toast.failed(page.t("analytics.conflict")));
    return "redirect:" + page.to("bilans/" + id);
  }

  @PostMapping("/{id}/cloture")
  @Requires(Permission.REPORT_WRITE)
  String close(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    reports.close(me, report(me, id));
    toasts.tell(request, response, Toast.done(page.t("analytics.report.closed.done"))
        .undoneBy(page.to("bilans/" + id + "/reouverture")));
    return "redirect:" + page.to("bilans/" + id);
  }

  @PostMapping("/{id}/reouverture")
  @Requires(Permission.REPORT_WRITE)
  String reopen(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    var page = pages.of(request);
    reports.reopen(me, report(me, id));
    toasts.tell(request, response, Toast.done(page.t("analytics.report.reopened")));
    return "redirect:" + page.to("bilans/" + id);
  }

  private Optional<Integer> written(Member me, UUID id, WordsForm form) {
    report(me, id);
    return reports.write(me, id, form.mots(), form.version());
  }

  private ReportViews.Shown shown(Member me, UUID id, @Nullable Integer version) {
    return views.shown(me, report(me, id), version)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Report report(Member me, UUID id) {
    return reports.find(me.workspaceId(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ReportList.Row row(Report report, Page page) {
    var say = new Say(page);
    var key = report.period().wholeMonth() ? "analytics.report.month" : "analytics.report.title";
    var closedAt = report.closedAt();
    return new ReportList.Row(page.t(key, say.period(report.period())),
        page.to("bilans/" + report.id()),
        closedAt == null ? page.t("analytics.report.open")
            : page.t("analytics.report.closed", page.date(closedAt), report.frozen()),
        closedAt != null, report.words());
  }
}
