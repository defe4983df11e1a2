package fr.palabre.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.Weeks;
import fr.palabre.analytics.bilan.Reports;
import fr.palabre.analytics.count.Period;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@AnalyticsTest
class AnalyticsPagesTest {
  private static final String TWO_WEEKS = "du=2026-11-02&au=2026-11-15";
  @Autowired Weeks weeks;
  @Autowired Brands brands;
  @Autowired MockMvc mvc;
  @Autowired Reports reports;
  private Member me;

  @BeforeEach
  void aBrandWithFigures() {
    me = brands.member(weeks.lived(), Role.COMMUNITY_MANAGER);
  }

  @Test
  void eachRateIsPrintedWithItsFormula() throws Exception {
    var rates = page("statistiques?" + TWO_WEEKS).select(".stat");
    assertThat(rates.stream().filter(s -> s.text().contains("interactions ÷")).count())
        .isEqualTo(4);
    assertThat(rates.text()).contains("273 ÷ 5\u202f600");
  }

  @Test
  void whatIsMissingSaysWhyInWords() throws Exception {
    var text = page("statistiques?" + TWO_WEEKS).text();
    assertThat(text).contains("n. d.").contains("la portée ne s’additionne pas");
  }

  @Test
  void noChartNeedsAStyleOrAScript() throws Exception {
    var page = page("statistiques?" + TWO_WEEKS);
    assertThat(page.select("svg[role=img]")).isNotEmpty();
    assertThat(page.select("main [style], main script")).isEmpty();
  }

  @Test
  void eachChartHasItsFiguresBesideIt() throws Exception {
    for (var chart : page("statistiques?" + TWO_WEEKS).select("figure.chart"))
      assertThat(chart.select("details table tbody tr")).hasSize(14);
  }

  @Test
  void theTableOfPostsIsReadPageByPageWithoutHoleOrDouble() throws Exception {
    var seen = new ArrayList<String>();
    var next = "statistiques?" + TWO_WEEKS + "&tri=interactions";
    var first = page(next);
    first.select("#publications tbody th a").forEach(a -> seen.add(a.attr("href")));
    assertThat(seen).hasSize(14);
    assertThat(new HashSet<>(seen)).hasSize(14);
    assertThat(first.select("#publications tbody tr td:nth-child(2)").eachText().getFirst())
        .startsWith("26");
  }

  @Test
  void aPostsSheetShowsEachReading() throws Exception {
    var href = page("statistiques?" + TWO_WEEKS).select("#publications tbody th a").attr("href");
    var sheet = Jsoup.parse(html(href));
    assertThat(sheet.text()).contains("Relevé le");
    assertThat(sheet.select("table tbody tr")).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void anotherBrandsPostDoesNotExist() throws Exception {
    var href = page("statistiques?" + TWO_WEEKS).select("#publications tbody th a").attr("href");
    var stranger = brands.member(brands.brand(), Role.ADMINISTRATOR);
    mvc.perform(get(href).cookie(brands.session(stranger.user()))).andExpect(status().isNotFound());
    var mine = href.replace(me.tenantPath(), stranger.tenantPath());
    mvc.perform(get(mine).cookie(brands.session(stranger.user()))).andExpect(status().isNotFound());
  }

  @Test
  void theDaySheetFillsItself() throws Exception {
    var day = page("journal/2026-11-10");
    assertThat(day.select(".stat").getFirst().text()).contains("109").contains("+1");
    assertThat(day.text()).contains("Premiers mots de").contains("21");
  }

  @Test
  void remarksAreSavedAsTheyAreTypedAndNotOverAnothers() throws Exception {
    assertThat(remark("Salon", 0)).isEqualTo(200);
    assertThat(remark("Autre", 0)).isEqualTo(409);
    assertThat(page("journal/2026-11-10").select("input[name=evenement]").val())
        .isEqualTo("Salon");
    assertThat(page("statistiques?" + TWO_WEEKS).text()).contains("1. 10 novembre").contains("Salon");
  }

  @Test
  void whoOnlyReadsCannotRemark() throws Exception {
    me = brands.member(me.workspace(), Role.READER);
    assertThat(remark("Salon", 0)).isEqualTo(403);
    assertThat(page("journal/2026-11-10").select("form[data-autosave]")).isEmpty();
  }

  @Test
  void thePdfSaysTheSameNumbersAsThePage() throws Exception {
    var id = begin();
    var page = page("bilans/" + id);
    var text = pdfText(id);
    for (Element figure : page.select("article.report .stat > dd, article.report .lead"))
      for (var number : numbers(figure.text())) assertThat(text).contains(number);
  }

  @Test
  void thePdfIsAFourTaggedWithBookmarksAndItsFontsInside() throws Exception {
    try (var pdf = pdf(begin())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .startsWith("Bilan");
      for (var font : pdf.getPage(0).getResources().getFontNames())
        assertThat(pdf.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
      var text = new PDFTextStripper();
      text.setSortByPosition(true);
      assertThat(text.getText(pdf))
          .contains("Page 1/" + pdf.getNumberOfPages());
    }
  }

  @Test
  void theCsvOpensInAFrenchSpreadsheetAndLeavesTheMissingEmpty() throws Exception {
    var bytes = mvc.perform(get("/" + me.tenantPath() + "/bilans/" + begin() + "/csv")
            .cookie(brands.session(me.user())))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).anyMatch(l -> l.contains(";Interactions;273;"));
    assertThat(lines).anyMatch(l -> l.contains("portée\";;;;;la portée ne s’additionne pas"));
    assertThat(lines).anyMatch(l -> l.contains(";0,04875;273;5600;14;"));
  }

  @Test
  void aReportIsBegunForAnyPeriodWrittenAndClosed() throws Exception {
    var answer = mvc.perform(post("/" + me.tenantPath() + "/bilans").with(csrf())
            .param("du", "2026-11-09").param("au", "2026-11-15")
            .cookie(brands.session(me.user())))
        .andExpect(status().is3xxRedirection()).andReturn().getResponse();
    var address = answer.getRedirectedUrl();
    mvc.perform(post(address + "/mots").with(csrf()).param("mots", "Continuons.")
            .param("version", "1").accept(MediaType.APPLICATION_JSON)
            .cookie(brands.session(me.user())))
        .andExpect(status().isOk());
    mvc.perform(post(address + "/cloture").with(csrf()).cookie(brands.session(me.user())))
        .andExpect(status().is3xxRedirection());
    var closed = Jsoup.parse(html(address));
    assertThat(closed.select("blockquote").text()).isEqualTo("Continuons.");
    assertThat(closed.select("textarea")).isEmpty();
    assertThat(closed.text()).contains("version 1").contains("SHA-256");
  }

  private int remark(String event, int version) throws Exception {
    return mvc.perform(post("/" + me.tenantPath() + "/journal/2026-11-10").with(csrf())
            .param("evenement", event).param("remarques", "").param("version", "" + version)
            .accept(MediaType.APPLICATION_JSON).cookie(brands.session(me.user())))
        .andReturn().getResponse().getStatus();
  }

  private UUID begin() {
    return brands.within(me.workspace(), () -> reports.begin(me,
        new Period(Weeks.FIRST, Weeks.FIRST.plusDays(13))));
  }

  private PDDocument pdf(UUID id) throws Exception {
    return Loader.loadPDF(mvc.perform(get("/" + me.tenantPath() + "/bilans/" + id + "/pdf")
            .cookie(brands.session(me.user())))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
  }

  private String pdfText(UUID id) throws Exception {
    try (var pdf = pdf(id)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** What of a text is a number, with its spaces and signs. */
  private static List<String> numbers(String text) {
    return Pattern.compile("[+−]?\\d[\\d\u202f,]*").matcher(text).results()
        .map(MatchResult::group).toList();
  }

  private Document page(String below) throws Exception {
    return Jsoup.parse(html("/" + me.tenantPath() + "/" + below));
  }

  private String html(String address) throws Exception {
    return mvc.perform(get(address).cookie(brands.session(me.user())))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }
}
