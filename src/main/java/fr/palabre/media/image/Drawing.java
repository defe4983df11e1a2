package fr.palabre.media.image;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/** Draws decoded images anew: upright, smaller, as JPEG on white. */
final class Drawing {
  private static final float[] QUALITIES = {0.9f, 0.82f, 0.72f};
  private static final int SMALLEST_SIDE = 320;

  private Drawing() {}

  /** As it was seen through the camera, whatever way the camera was held (Exif, 1 to 8). */
  static BufferedImage upright(BufferedImage image, int orientation) {
    int w = image.getWidth();
    int h = image.getHeight();
    var turn = switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
    return orientation >= 5 ? draw(image, h, w, turn) : draw(image, w, h, turn);
  }

  static BufferedImage fit(BufferedImage image, int side) {
    double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
    return scale >= 1 ? scaled(image, 1) : scaled(image, scale);
  }

  /** The largest and finest copy that fits, among a few. */
  static Optional<Picture> under(BufferedImage image, long maxBytes, @Nullable Long maxPixels) {
    double pixels = (double) image.getWidth() * image.getHeight();
    double scale = maxPixels == null ? 1 : Math.min(1, Math.sqrt(maxPixels / pixels) * 0.999);
    while (Math.max(image.getWidth(), image.getHeight()) * scale >= SMALLEST_SIDE) {
      var copy = scaled(image, scale);
      for (float quality : QUALITIES) {
        var picture = jpeg(copy, quality);
        if (picture.bytes().length <= maxBytes) return Optional.of(picture);
      }
      scale *= 0.8;
    }
    return Optional.empty();
  }

  static Picture jpeg(BufferedImage image, float quality) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return new Picture(
        ImageType.JPEG, image.getWidth(), image.getHeight(), bytes.toByteArray());
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
    // Halved step by step, so that each drawn pixel has read all those it stands for.
    var from = image;
    while (from.getWidth() > 2 * w && from.getHeight() > 2 * h)
      from = draw(from, from.getWidth() / 2, from.getHeight() / 2, null);
    return draw(from, w, h, null);
  }

  private static BufferedImage draw(BufferedImage from, int w, int h,
      @Nullable AffineTransform turn) {
    var drawn = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    var pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, w, h);
    if (turn == null) pen.drawImage(from, 0, 0, w, h, null);
    else pen.drawImage(from, turn, null);
    pen.dispose();
    return drawn;
  }
}
