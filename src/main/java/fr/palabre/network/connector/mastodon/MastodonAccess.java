package fr.palabre.network.connector.mastodon;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one call needs of an account.
 *
 * @param account null while it is being connected
 */
record MastodonAccess(@Nullable ConnectedAccount account, URI server, String token) {

  static MastodonAccess of(AccountSession session) {
    return new MastodonAccess(session.account(),
        URI.create(session.account().setting(MastodonSettings.SERVER)),
        session.credentials().reveal(MastodonSettings.TOKEN));
  }
}
