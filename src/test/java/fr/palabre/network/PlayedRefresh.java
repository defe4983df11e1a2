package fr.palabre.network;

import fr.palabre.network.CredentialStore.Stored;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;

/** Renews tokens for nodes that take turns on one machine: each waits as another process would. */
public final class PlayedRefresh extends TokenRefresh {
  /** Time passes until one looks again. */
  public interface Wait {
    void aLittle();
  }

  private final CredentialStore credentials;
  private final RowScope scope;
  private final Clock clock;
  private final Wait wait;

  PlayedRefresh(CredentialStore credentials, RowScope scope, Clock clock, Wait wait) {
    super(credentials, scope, clock);
    this.credentials = credentials;
    this.scope = scope;
    this.clock = clock;
    this.wait = wait;
  }

  @Override
  Renewal renew(ConnectedAccount account, RefreshesTokens connector, Stored used) {
    return new TokenRefresh(credentials, scope, clock) {
      @Override
      boolean pause() {
        wait.aLittle();
        return true;
      }
    }.renew(account, connector, used);
  }
}
