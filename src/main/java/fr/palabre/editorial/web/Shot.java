package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentImage;
import fr.palabre.media.Asset;
import org.jspecify.annotations.Nullable;

/**
 * An image of a content.
 *
 * @param asset null if it left the library since
 */
public record Shot(ContentImage image, @Nullable Asset asset) {
  public String id() {
    return image.asset().toString();
  }

  public String fileName() {
    return asset == null ? "" : asset.fileName();
  }
}
