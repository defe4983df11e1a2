package fr.palabre.editorial;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** A content, whatever becomes of it. */
public record ContentId(UUID value) {
  public static ContentId next() {
    return new ContentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
