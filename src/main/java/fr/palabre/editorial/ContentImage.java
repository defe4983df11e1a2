package fr.palabre.editorial;

import fr.palabre.media.AssetId;

/**
 * An image as a content shows it. It keeps the hash of its bytes and its own alternative text, so
 * that what was validated is what goes out whatever happens in the library.
 */
public record ContentImage(AssetId asset, String sha256, String altText) {
  public boolean isDescribed() {
    return !altText.isBlank();
  }
}
