package fr.palabre.media.image;

import static fr.palabre.media.image.ImageType.ascii;

import java.awt.Dimension;
import java.util.Optional;

/** Reads the sides of a WebP image from its header (RFC 9649), which the JDK cannot decode. */
final class WebpSize {
  private WebpSize() {}

  static Optional<Dimension> of(byte[] b) {
    if (b.length < 30) return Optional.empty();
    return switch (ascii(b, 12, 4)) {
      case "VP8X" -> size(1 + bits(b, 24, 3), 1 + bits(b, 27, 3));
      case "VP8L" -> {
        var packed = bits(b, 21, 4);
        yield size(1 + (packed & 0x3fff), 1 + ((packed >> 14) & 0x3fff));
      }
      case "VP8 " -> size(bits(b, 26, 2) & 0x3fff, bits(b, 28, 2) & 0x3fff);
      default -> Optional.empty();
    };
  }

  private static Optional<Dimension> size(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new Dimension(width, height)) : Optional.empty();
  }

  // Little-endian, as everything in RIFF.
  private static int bits(byte[] b, int from, int count) {
    int value = 0;
    for (int i = count - 1; i >= 0; i--) value = value << 8 | (b[from + i] & 0xff);
    return value;
  }
}
