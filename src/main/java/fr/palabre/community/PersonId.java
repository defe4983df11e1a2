package fr.palabre.community;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** Someone of the public. */
public record PersonId(UUID value) {
  public static PersonId next() {
    return new PersonId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
