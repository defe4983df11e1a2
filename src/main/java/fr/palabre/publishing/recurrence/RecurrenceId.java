package fr.palabre.publishing.recurrence;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** A recurrence of one brand. */
public record RecurrenceId(UUID value) {
  static RecurrenceId next() {
    return new RecurrenceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
