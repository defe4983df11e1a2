package fr.palabre.network.connector.bluesky;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectedAccount;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one call needs of an account.
 *
 * @param account null while it is being connected
 * @param service its personal data server
 * @param appview where public reads go; null: through the service
 */
record BlueskyAccess(
    @Nullable ConnectedAccount account,
    URI service,
    @Nullable URI appview,
    String did,
    String token) {

  static BlueskyAccess of(AccountSession session) {
    var account = session.account();
    var appview = account.settings().get(BlueskySettings.APPVIEW);
    return new BlueskyAccess(
        account,
        URI.create(account.setting(BlueskySettings.SERVICE)),
        appview == null ? null : URI.create(appview),
        account.remoteId(),
        session.credentials().reveal(BlueskySettings.ACCESS));
  }
}
