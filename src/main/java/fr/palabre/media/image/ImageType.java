package fr.palabre.media.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The images that Palabre takes, known by their first bytes and never by their name. */
public enum ImageType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp");

  private final String mimeType;
  private final String extension;

  ImageType(String mimeType, String extension) {
    this.mimeType = mimeType;
    this.extension = extension;
  }

  public String mimeType() {
    return mimeType;
  }

  public String extension() {
    return extension;
  }

  public static Optional<ImageType> of(byte[] bytes) {
    if (bytes.length < 24) return Optional.empty();
    if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff)
      return Optional.of(JPEG);
    if (ascii(bytes, 1, 3).equals("PNG") && (bytes[0] & 0xff) == 0x89) return Optional.of(PNG);
    if (ascii(bytes, 0, 6).matches("GIF8[79]a")) return Optional.of(GIF);
    if (ascii(bytes, 0, 4).equals("RIFF") && ascii(bytes, 8, 4).equals("WEBP"))
      return Optional.of(WEBP);
    return Optional.empty();
  }

  static String ascii(byte[] bytes, int from, int length) {
    return new String(Arrays.copyOfRange(bytes, from, from + length), StandardCharsets.ISO_8859_1);
  }
}
