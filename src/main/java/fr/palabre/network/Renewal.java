package fr.palabre.network;

import fr.palabre.network.CredentialStore.Stored;
import java.time.Instant;

/** What came of the wish for newer credentials. */
sealed interface Renewal {
  record Renewed(Stored stored) implements Renewal {}

  /** The network will not renew them: a person must connect the account again. */
  record Refused(String remoteCode) implements Renewal {}

  record NotNow(Instant notBefore) implements Renewal {}
}
