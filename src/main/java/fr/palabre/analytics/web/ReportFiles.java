package fr.palabre.analytics.web;

import fr.palabre.analytics.paper.Paper;
import fr.palabre.analytics.web.ReportViews.Shown;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A report as a file. */
@Component
class ReportFiles {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final ReportViews views;
  private final Paper paper;

  ReportFiles(ReportViews views, Paper paper) {
    this.views = views;
    this.paper = paper;
  }

  byte[] pdf(Member me, Shown shown, Page page) {
    var output = new StringOutput();
    engine.render("analytics/paper/report.jte",
        Map.of("page", page, "report", views.view(me, shown, page)), output);
    return paper.pdf(output.toString());
  }

  ResponseEntity<byte[]> pdfAnswer(Member me, Shown shown, Page page) {
    return answer(pdf(me, shown, page), MediaType.APPLICATION_PDF, name(me, shown, page, "pdf"));
  }

  ResponseEntity<byte[]> csvAnswer(Member me, Shown shown, Page page) {
    return answer(csv(shown, page), new MediaType("text", "csv", StandardCharsets.UTF_8),
        name(me, shown, page, "csv"));
  }

  private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok().contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  byte[] csv(Shown shown, Page page) {
    return new ReportCsv(page, shown.bilan()).bytes();
  }

  /** "bilan-le-fournil-2026-10-19-2026-11-15.pdf". */
  static String name(Member me, Shown shown, Page page, String ending) {
    var period = shown.report().period();
    return page.t("analytics.report.file", me.workspace().slug(), period.from(), period.to())
        + "." + ending;
  }
}
