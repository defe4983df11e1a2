package fr.palabre.network.portrait;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Makes a square of 96 pixels of a picture, and so drops whatever else its file carried. */
final class SmallPicture {
  static final int SIDE = 96;
  private static final long MOST_PIXELS = 16_000_000;

  private SmallPicture() {}

  /** Empty if it is no picture that can be read, or too large a one to unfold. */
  static Optional<byte[]> of(byte[] file) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) return Optional.empty();
      var reader = readers.next();
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) return Optional.empty();
      return Optional.of(jpeg(square(reader.read(0))));
    } catch (IOException | RuntimeException e) {
      // ImageIO's readers throw all sorts at a broken file.
      return Optional.empty();
    }
  }

  private static BufferedImage square(BufferedImage picture) {
    var side = Math.min(picture.getWidth(), picture.getHeight());
    var x = (picture.getWidth() - side) / 2;
    var y = (picture.getHeight() - side) / 2;
    var small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    var pen = small.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
        RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.drawImage(picture, 0, 0, SIDE, SIDE, x, y, x + side, y + side, null);
    pen.dispose();
    return small;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", out);
    return out.toByteArray();
  }
}
