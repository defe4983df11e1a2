package fr.palabre.delivery;

import fr.palabre.network.AccountId;

/** What is stopped in one gesture. */
public sealed interface FreezeScope {
  record Account(AccountId id) implements FreezeScope {}

  /** All accounts of the brand in which the person acts. */
  record Brand() implements FreezeScope {}
}
