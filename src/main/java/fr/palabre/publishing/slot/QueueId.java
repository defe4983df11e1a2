package fr.palabre.publishing.slot;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** A queue of one brand. */
public record QueueId(UUID value) {
  static QueueId next() {
    return new QueueId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
