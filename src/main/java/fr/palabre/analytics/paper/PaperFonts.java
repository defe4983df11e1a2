package fr.palabre.analytics.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The paper's own fonts: no machine needs any. Of each, only the glyphs in use are embedded. */
final class PaperFonts {
  static final String TEXT = "Source Sans 3";
  private static final String TITLE = "Source Serif 4";
  private static final int REGULAR = 400;
  private static final int SEMIBOLD = 600;

  private PaperFonts() {}

  static void add(PdfRendererBuilder builder) {
    add(builder, "SourceSans3-Regular", TEXT, REGULAR, FontStyle.NORMAL);
    add(builder, "SourceSans3-Semibold", TEXT, SEMIBOLD, FontStyle.NORMAL);
    add(builder, "SourceSerif4-Regular", TITLE, REGULAR, FontStyle.NORMAL);
    add(builder, "SourceSerif4-Semibold", TITLE, SEMIBOLD, FontStyle.NORMAL);
    add(builder, "SourceSerif4-It", TITLE, REGULAR, FontStyle.ITALIC);
  }

  /** Which characters can be printed. */
  static CmapLookup characters() {
    try (var font = new TTFParser()
        .parse(RandomAccessReadBuffer.createBufferFromStream(open("SourceSans3-Regular")))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(PdfRendererBuilder builder, String file, String family, int weight,
      FontStyle style) {
    builder.useFont(() -> open(file), family, weight, style, true);
  }

  private static InputStream open(String file) {
    var stream = PaperFonts.class.getResourceAsStream("/fonts/" + file + ".ttf");
    if (stream == null) throw new IllegalStateException("No font " + file);
    return stream;
  }
}
