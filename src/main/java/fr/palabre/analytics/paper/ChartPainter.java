package fr.palabre.analytics.paper;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws our own charts on paper. They hold lines, bars, dots and labels only, so that no SVG engine
 * is needed, nor the fonts that one would look for on the machine.
 */
class ChartPainter implements SVGDrawer {
  static final FSRGBColor INK = new FSRGBColor(0x4d5246);

  @Override
  public SVGImage buildSVGImage(Element svg, Box box, CssContext css, double width, double height,
      double dotsPerPixel) {
    var view = svg.getAttribute("viewBox").split(" ");
    double across = Double.parseDouble(view[2]);
    double down = Double.parseDouble(view[3]);
    double wide = width > 0 ? width : across * dotsPerPixel;
    return new Drawn(svg, wide, wide * down / across, wide / across);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

  @Override
  public void close() {}

  private record Drawn(Element svg, double width, double height, double scale)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(width);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      var strokes = device.getStroke();
      var children = svg.getChildNodes();
      for (int i = 0; i < children.getLength(); i++)
        if (children.item(i) instanceof Element mark)
          new MarkPainter(device, context, x, y, scale).paint(mark);
      device.setStroke(strokes);
    }
  }
}
