package fr.palabre.editorial;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** What one account says of a content. */
public record AdaptationId(UUID value) {
  public static AdaptationId next() {
    return new AdaptationId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
