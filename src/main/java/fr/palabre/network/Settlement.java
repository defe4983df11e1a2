package fr.palabre.network;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What reading the account back says of an act whose outcome is unknown. */
public sealed interface Settlement {
  /** It is there. */
  record Found(String remoteId, @Nullable URI permalink) implements Settlement {}

  /** It is certainly not there, and the lost call cannot arrive any more. */
  record Absent() implements Settlement {}

  /** The network cannot say yet, or not at all. */
  record CannotTell(String cause) implements Settlement {}
}
