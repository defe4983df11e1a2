package fr.palabre.media;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** An image of a brand's library. */
public record AssetId(UUID value) {
  public static AssetId next() {
    return new AssetId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
