package fr.palabre.identity.team;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A brand's picture, drawn anew in a small square: nothing of the file sent is kept. */
public final class Logo {
  private static final int SIDE = 128;
  /** A small file may unfold into an enormous picture; its header is read before the rest. */
  private static final int MOST_PIXELS = 20_000_000;

  private Logo() {}

  /** The picture as PNG; empty where the bytes are no PNG, JPEG or GIF of a reasonable size. */
  public static Optional<byte[]> from(byte[] sent) {
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) return Optional.empty();
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) return Optional.empty();
        return Optional.of(png(reader.read(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      // ImageIO's readers throw unchecked exceptions on some damaged files.
      return Optional.empty();
    }
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    var scale = Math.min((double) SIDE / picture.getWidth(), (double) SIDE / picture.getHeight());
    var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    var pen = square.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
        RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
        (SIDE - width) / 2, (SIDE - height) / 2, null);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(square, "png", bytes);
    return bytes.toByteArray();
  }
}
