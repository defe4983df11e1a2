package fr.palabre.analytics.paper;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws one mark of a chart with the document's own text and strokes. */
record MarkPainter(OutputDevice device, RenderingContext context, double x, double y,
    double scale) {
  private static final Pattern STEP =
      Pattern.compile("([MLHV])(-?[\\d.]+)(?: (-?[\\d.]+))?");
  private static final float TEXT = 12;

  void paint(Element mark) {
    var css = Set.of(mark.getAttribute("class").split(" "));
    switch (mark.getTagName()) {
      case "path" -> draw(path(mark.getAttribute("d")), css);
      case "rect" -> shape(new Rectangle2D.Double(at(x, mark, "x"), at(y, mark, "y"),
          number(mark, "width") * scale, number(mark, "height") * scale), css);
      case "circle" -> circle(mark, css);
      case "text" -> text(mark, css);
      default -> throw new IllegalStateException("A chart has no " + mark.getTagName());
    }
  }

  private void shape(Shape shape, Set<String> css) {
    if (!css.contains("fill")) {
      draw(shape, css);
      return;
    }
    device.setColor(Look.of(css).color());
    device.fill(shape);
  }

  private void draw(Shape shape, Set<String> css) {
    var look = Look.of(css);
    device.setColor(look.color());
    device.setStroke(look.stroke((float) scale));
    device.draw(shape);
  }

  private void circle(Element mark, Set<String> css) {
    double r = number(mark, "r") * scale;
    shape(new Ellipse2D.Double(
        at(x, mark, "cx") - r, at(y, mark, "cy") - r, 2 * r, 2 * r), css);
  }

  private void text(Element mark, Set<String> css) {
    var font = new FontSpecification();
    font.families = new String[] {PaperFonts.TEXT};
    font.size = (float) (TEXT * scale);
    font.fontWeight = css.contains("mark") ? IdentValue.FONT_WEIGHT_600 : IdentValue.NORMAL;
    font.fontStyle = IdentValue.NORMAL;
    font.variant = IdentValue.NORMAL;
    var resolved = context.getFont(font);
    var words = mark.getTextContent();
    var texts = context.getTextRenderer();
    double width = texts.getWidth(context.getFontContext(), resolved, words);
    double left = switch (mark.getAttribute("text-anchor")) {
      case "end" -> width;
      case "middle" -> width / 2;
      default -> 0;
    };
    device.setColor(ChartPainter.INK);
    device.setFont(resolved);
    texts.drawString(device, words, (float) (at(x, mark, "x") - left), (float) at(y, mark, "y"));
  }

  private Shape path(String d) {
    var path = new Path2D.Double();
    double px = 0;
    double py = 0;
    var steps = STEP.matcher(d);
    while (steps.find()) {
      var step = steps.toMatchResult();
      px = step.group(1).equals("V") ? px : x + first(step) * scale;
      py = switch (step.group(1)) {
        case "V" -> y + first(step) * scale;
        case "H" -> py;
        default -> y + second(step) * scale;
      };
      if (step.group(1).equals("M")) path.moveTo(px, py);
      else path.lineTo(px, py);
    }
    return path;
  }

  private static double first(MatchResult step) {
    return Double.parseDouble(step.group(2));
  }

  private static double second(MatchResult step) {
    @Nullable String number = step.group(3);
    if (number == null) throw new IllegalStateException("Half a point in a chart");
    return Double.parseDouble(number);
  }

  private double at(double origin, Element mark, String attribute) {
    return origin + number(mark, attribute) * scale;
  }

  private static double number(Element mark, String attribute) {
    return Double.parseDouble(mark.getAttribute(attribute));
  }

  /** The paper's colours and strokes, by the classes of the screen's style sheet. */
  private record Look(FSRGBColor color, float width, float @Nullable [] dashes) {
    private static final FSRGBColor LEAF = new FSRGBColor(0x28613a);
    private static final FSRGBColor EDGE = new FSRGBColor(0x877f6c);
    private static final FSRGBColor LINE = new FSRGBColor(0xe0d9c8);

    static Look of(Set<String> css) {
      if (css.contains("grid-line")) return new Look(LINE, 1, null);
      if (css.contains("axis")) return new Look(EDGE, 1, null);
      if (css.contains("before")) return new Look(EDGE, 1.2f, new float[] {3, 3});
      if (css.contains("note")) return new Look(ChartPainter.INK, 1, new float[] {1, 3});
      if (css.contains("unknown")) return new Look(EDGE, 1.2f, null);
      if (css.contains("open")) return new Look(LEAF, 1, new float[] {3, 2});
      return new Look(LEAF, css.contains("thin") ? 1 : 2, null);
    }

    BasicStroke stroke(float scale) {
      if (dashes == null)
        return new BasicStroke(width * scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
      var scaled = new float[] {dashes[0] * scale, dashes[1] * scale};
      return new BasicStroke(width * scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
          scaled, 0);
    }
  }
}
