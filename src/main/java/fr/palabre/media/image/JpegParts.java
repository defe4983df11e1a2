package fr.palabre.media.image;

import static fr.palabre.media.image.ImageType.ascii;

import java.io.ByteArrayOutputStream;

/** The segments of a JPEG file, read without decoding the picture. */
final class JpegParts {
  private static final int APP1 = 0xe1;
  private static final int APP13 = 0xed;
  private static final int COMMENT = 0xfe;
  private static final int START_OF_SCAN = 0xda;

  private JpegParts() {}

  /**
   * The same picture without what the camera wrote beside it: place, time, serial number. Colours
   * (ICC profile) stay.
   */
  static byte[] withoutTraces(byte[] jpeg) {
    var kept = new ByteArrayOutputStream(jpeg.length);
    kept.write(jpeg, 0, 2);
    int at = 2;
    while (isSegment(jpeg, at)) {
      int marker = jpeg[at + 1] & 0xff;
      int end = at + 2 + length(jpeg, at);
      if (marker == START_OF_SCAN || end > jpeg.length) break;
      if (marker != APP1 && marker != APP13 && marker != COMMENT) kept.write(jpeg, at, end - at);
      at = end;
    }
    kept.write(jpeg, at, jpeg.length - at);
    return kept.toByteArray();
  }

  /** How the camera was held, from 1 (upright) to 8, as Exif tells it. */
  static int orientation(byte[] jpeg) {
    int at = 2;
    while (isSegment(jpeg, at)) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == START_OF_SCAN) return 1;
      int length = length(jpeg, at);
      if (marker == APP1 && length > 16 && at + 2 + length <= jpeg.length
          && ascii(jpeg, at + 4, 4).equals("Exif"))
        return fromExif(jpeg, at + 10, at + 2 + length);
      at += 2 + length;
    }
    return 1;
  }

  private static int fromExif(byte[] b, int tiff, int end) {
    boolean little = b[tiff] == 'I';
    int directory = tiff + (int) number(b, tiff + 4, 4, little, end);
    int entries = (int) number(b, directory, 2, little, end);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * 12;
      if (number(b, entry, 2, little, end) != 0x0112) continue;
      int value = (int) number(b, entry + 8, 2, little, end);
      return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  }

  private static long number(byte[] b, int from, int count, boolean little, int end) {
    if (from < 0 || from + count > end) return 0;
    long value = 0;
    for (int i = 0; i < count; i++)
      value = value << 8 | (b[from + (little ? count - 1 - i : i)] & 0xff);
    return value;
  }

  private static boolean isSegment(byte[] b, int at) {
    return at + 4 <= b.length && (b[at] & 0xff) == 0xff;
  }

  private static int length(byte[] b, int at) {
    return (b[at + 2] & 0xff) << 8 | (b[at + 3] & 0xff);
  }
}
