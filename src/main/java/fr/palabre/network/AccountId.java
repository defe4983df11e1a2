package fr.palabre.network;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** An account that a brand has connected. */
public record AccountId(UUID value) {
  public static AccountId next() {
    return new AccountId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
