package fr.palabre.media;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image of the library. Its bytes never change: a reduced copy is another asset.
 *
 * @param fileName as the person's machine named it; shown, never trusted
 * @param mimeType read from the content
 * @param altText what it shows, in words; empty if nobody said yet
 * @param sha256 of its bytes, in hexadecimal
 * @param derivedFrom the image it is a reduced copy of; null if it is an original
 * @param path for {@link fr.palabre.platform.files.FileStore#resolve}
 */
public record Asset(
    AssetId id,
    String fileName,
    String mimeType,
    long bytes,
    int width,
    int height,
    String altText,
    String sha256,
    @Nullable AssetId derivedFrom,
    Path path,
    Instant addedAt) {

  public long pixels() {
    return (long) width * height;
  }
}
