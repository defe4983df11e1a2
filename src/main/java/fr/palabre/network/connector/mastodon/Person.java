package fr.palabre.network.connector.mastodon;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.RemoteAuthor;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Account;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * People as all servers know them: by name and domain. A number is worth something on its server
 * only, where it may be somebody else's elsewhere.
 */
final class Person {
  private Person() {}

  static RemoteAuthor author(ConnectedAccount account, Account person) {
    var handle = handle(account, person.acct());
    return new RemoteAuthor(id(handle), handle, name(person), person.avatarStatic());
  }

  /** With its domain, which servers leave out for their own people. */
  static String handle(ConnectedAccount account, String acct) {
    return handle(acct, account.setting(MastodonSettings.DOMAIN));
  }

  static String handle(String acct, String domain) {
    return acct.contains("@") ? acct : acct + "@" + domain;
  }

  static String id(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }

  static String name(Account person) {
    @Nullable String shown = person.displayName();
    return shown == null || shown.isBlank() ? person.username() : shown;
  }
}
