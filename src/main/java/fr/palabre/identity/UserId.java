package fr.palabre.identity;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** A person who signs in, in however many brands. */
public record UserId(UUID value) {
  public static UserId next() {
    return new UserId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
