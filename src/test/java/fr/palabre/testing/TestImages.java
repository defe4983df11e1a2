package fr.palabre.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images drawn for tests. */
public final class TestImages {
  private TestImages() {}

  /** Always the same bytes for the same sides. */
  public static byte[] png(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0xc98a3a));
    pen.fillOval(0, 0, width, height);
    pen.dispose();
    return encode(image, "png");
  }

  /** A picture that compresses badly, as photographs do. */
  public static byte[] noise(int width, int height) {
    var random = new Random(7);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) image.setRGB(x, y, random.nextInt(0xffffff));
    return encode(image, "png");
  }

  /** A JPEG whose Exif says the camera was held on its side (orientation 6). */
  public static byte[] jpegHeldSideways(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var jpeg = encode(image, "jpeg");
    var exif = new ByteArrayOutputStream();
    exif.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34});
    exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
    exif.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    whole.writeBytes(exif.toByteArray());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  private static byte[] encode(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
