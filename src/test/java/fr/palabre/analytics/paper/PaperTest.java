package fr.palabre.analytics.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
  private final Paper paper = new Paper();

  @Test
  void frenchTypographyReachesThePaper() throws IOException {
    assertThat(text("<p>12\u202f345 interactions\u00a0: +3,4\u202f% − «\u00a0Œuvre\u00a0»</p>"))
        .contains("12\u202f345 interactions").contains("+3,4\u202f% −").contains("Œuvre");
  }

  @Test
  void emojiAreLeftOutAndOtherWritingIsShownAsUnprintable() {
    assertThat(paper.printable("Été 👩🏽‍🚀 ✨ fin")).isEqualTo("Été   fin");
    assertThat(paper.printable("漢字")).isEqualTo("漢字");
  }

  @Test
  void aChartIsDrawnWithTheDocumentsOwnFont() throws IOException {
    var chart = """
        <svg viewBox="0 0 100 40" alt="Essai"><path class="axis" d="M0 30H100"/>
        <rect class="s1 fill" x="10" y="5" width="8" height="25"/>
        <circle class="s1 fill" cx="50" cy="10" r="2"/>
        <text x="10" y="38" text-anchor="middle">2 nov.</text></svg>
        """;
    assertThat(text(chart)).contains("2 nov.");
  }

  @Test
  void nothingIsFetched() throws IOException {
    assertThat(text("<img src=\"http://203.0.113.1/pixel.png\" alt=\"\"><p>seul</p>"))
        .contains("seul");
  }

  @Test
  void aCellThatLooksLikeAFormulaStaysText() {
    assertThat(Csv.words("=HYPERLINK(\"x\")")).startsWith("'=");
    assertThat(Csv.words("bonjour")).isEqualTo("bonjour");
  }

  @Test
  void eachLanguageHasItsSeparators() {
    assertThat(csv(Locale.FRENCH)).isEqualTo("\ufeff\"a;b\";0,5;\"c,d\"\r\n");
    assertThat(csv(Locale.UK)).isEqualTo("\ufeff\"a;b\",0.5,\"c,d\"\r\n");
  }

  private static String csv(Locale locale) {
    var csv = new Csv(locale);
    csv.row(List.of("a;b", csv.number(0.5), "c,d"));
    return new String(csv.bytes(), StandardCharsets.UTF_8);
  }

  private String text(String body) throws IOException {
    var html = "<!doctype html><html lang=\"fr\"><head><title>Essai</title></head><body>" + body
        + "</body></html>";
    try (var pdf = Loader.loadPDF(paper.pdf(html))) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
