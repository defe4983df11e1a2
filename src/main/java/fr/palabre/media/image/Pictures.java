package fr.palabre.media.image;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Opens, turns upright, and reduces images. One at a time: a decoded photograph may weigh more than
 * all the rest of the process.
 */
public final class Pictures {
  /** More than any network takes, and as much as the memory of a small machine bears. */
  public static final long MAX_PIXELS = 60_000_000;
  private static final int MAX_SIDE_WHEN_TURNED = 4096;
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  static {
    ImageIO.setUseCache(false);
  }

  private Pictures() {}

  /** The image as it will be kept: upright, without the camera's notes; empty if not readable. */
  public static Optional<Picture> open(byte[] bytes) {
    var type = ImageType.of(bytes).orElse(null);
    if (type == null) return Optional.empty();
    var size = size(type, bytes).orElse(null);
    if (size == null) return Optional.empty();
    if (type != ImageType.JPEG)
      return Optional.of(new Picture(type, size.width, size.height, bytes));
    var orientation = JpegParts.orientation(bytes);
    if (orientation == 1)
      return Optional.of(
          new Picture(type, size.width, size.height, JpegParts.withoutTraces(bytes)));
    return alone(() -> turned(bytes, orientation));
  }

  private static Optional<Picture> turned(byte[] bytes, int orientation) {
    return decode(bytes, MAX_SIDE_WHEN_TURNED)
        .map(i -> Drawing.jpeg(Drawing.upright(i, orientation), 0.92f));
  }

  /** A small copy for lists; empty where the JDK cannot decode the format. */
  public static Optional<Picture> thumbnail(Picture picture, int side) {
    return alone(() -> decode(picture.bytes(), side * 2)
        .map(image -> Drawing.jpeg(Drawing.fit(image, side), 0.82f)));
  }

  /** A copy that fits; empty where the JDK cannot decode the format, or would lose an animation. */
  public static Optional<Picture> reduce(Picture picture, long maxBytes, @Nullable Long maxPixels) {
    if (picture.type() == ImageType.GIF && isAnimated(picture.bytes())) return Optional.empty();
    return alone(() -> decode(picture.bytes(), MAX_SIDE_WHEN_TURNED)
        .flatMap(image -> Drawing.under(image, maxBytes, maxPixels)));
  }

  public static boolean isAnimated(byte[] gif) {
    try (var reading = open(gif, "gif")) {
      return reading != null && reading.reader().getNumImages(true) > 1;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static Optional<Dimension> size(ImageType type, byte[] bytes) {
    if (type == ImageType.WEBP) return WebpSize.of(bytes);
    try (var reading = open(bytes, type.extension())) {
      if (reading == null) return Optional.empty();
      return Optional.of(
          new Dimension(reading.reader().getWidth(0), reading.reader().getHeight(0)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  // Reads only every n-th pixel of a large image, so that it never stands whole in memory.
  private static Optional<BufferedImage> decode(byte[] bytes, int side) {
    var type = ImageType.of(bytes).orElse(ImageType.WEBP);
    try (var reading = type == ImageType.WEBP ? null : open(bytes, type.extension())) {
      if (reading == null) return Optional.empty();
      var longest = Math.max(reading.reader().getWidth(0), reading.reader().getHeight(0));
      var step = Math.max(1, longest / side);
      var how = reading.reader().getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      return Optional.of(reading.reader().read(0, how));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Reading open(byte[] bytes, String format) throws IOException {
    var readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) return null;
    var reader = readers.next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)));
    return new Reading(reader);
  }

  private static <T> T alone(Supplier<T> work) {
    ONE_AT_A_TIME.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private record Reading(ImageReader reader) implements AutoCloseable {
    @Override
    public void close() {
      reader.dispose();
    }
  }
}
