package fr.palabre.media.image;

/** An image's bytes, with what they are. */
public record Picture(ImageType type, int width, int height, byte[] bytes) {
  public long pixels() {
    return (long) width * height;
  }
}
