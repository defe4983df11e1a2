package fr.palabre.network;

import fr.palabre.platform.db.RowScope;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What connectors learn of an account after it was connected, such as its server's new limits. */
@Component
public class AccountSettings {
  private final AccountStore accounts;
  private final RowScope scope;

  AccountSettings(AccountStore accounts, RowScope scope) {
    this.accounts = accounts;
    this.scope = scope;
  }

  /** Keeps these over what was known under the same names; the others stay. */
  public void learnt(ConnectedAccount account, Map<String, String> settings) {
    scope.within(account.workspace().value(), () -> accounts.learnt(account, settings));
  }
}
