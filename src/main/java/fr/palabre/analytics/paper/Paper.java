package fr.palabre.analytics.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.fontbox.ttf.CmapLookup;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns a page of ours into a PDF: A4, tagged, with bookmarks, its fonts inside. */
@Component
public class Paper {
  private static final String PRODUCER = "Palabre";
  private final String style = read("paper/report.css");
  private final CmapLookup printable = PaperFonts.characters();

  Paper() {
    XRLog.setLoggingEnabled(false);
  }

  /** @param html a whole page; its headings with an id become bookmarks */
  public byte[] pdf(String html) {
    var page = Jsoup.parse(html);
    page.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
    page.head().appendElement("style").appendText(style);
    bookmark(page);
    printable(page);
    var bytes = new ByteArrayOutputStream();
    try {
      builder().withW3cDocument(W3CDom.convert(page), "").toStream(bytes).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static PdfRendererBuilder builder() {
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.withProducer(PRODUCER);
    builder.useSVGDrawer(new ChartPainter());
    builder.useReplacementText("\u25a1");
    PaperFonts.add(builder);
    // Paper is made of what is in the house: nothing is ever fetched.
    for (var when : ExternalResourceControlPriority.values())
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    return builder;
  }

  private static void bookmark(Document page) {
    var bookmarks = page.head().appendElement("bookmarks");
    for (Element title : page.select("h1[id], h2[id]"))
      bookmarks.appendElement("bookmark").attr("name", title.text())
          .attr("href", "#" + title.id());
  }

  /** Emoji and what joins them have no glyph in the house: they are left out of paper. */
  private void printable(Document page) {
    page.body().forEachNode(node -> {
      if (node instanceof TextNode text) text.text(printable(text.getWholeText()));
    });
  }

  String printable(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(this::isKept).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private boolean isKept(int character) {
    if (printable.getGlyphId(character) > 0 || Character.isWhitespace(character)) return true;
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.FORMAT,
          Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.UNASSIGNED,
          Character.SURROGATE, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }

  private static String read(String file) {
    try {
      return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
