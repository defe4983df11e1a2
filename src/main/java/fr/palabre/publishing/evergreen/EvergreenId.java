package fr.palabre.publishing.evergreen;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** An evergreen queue of one brand. */
public record EvergreenId(UUID value) {
  static EvergreenId next() {
    return new EvergreenId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
