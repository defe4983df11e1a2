package fr.palabre.network;

import fr.palabre.network.CredentialStore.Stored;
import fr.palabre.network.Renewal.NotNow;
import fr.palabre.network.Renewal.Refused;
import fr.palabre.network.Renewal.Renewed;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Renews an account's credentials, one refresher at a time over all nodes: networks rotate refresh
 * tokens, and two refreshers would each make the other's worthless. Stored before they are used.
 */
@Component
class TokenRefresh {
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final int LOOKS = 240;
  private static final long LOOK_MILLIS = 250;
  private final ConcurrentHashMap<AccountId, ReentrantLock> here = new ConcurrentHashMap<>();
  private final CredentialStore credentials;
  private final RowScope scope;
  private final Clock clock;

  TokenRefresh(CredentialStore credentials, RowScope scope, Clock clock) {
    this.credentials = credentials;
    this.scope = scope;
    this.clock = clock;
  }

  /** Newer credentials than those used, whoever renewed them. */
  Renewal renew(ConnectedAccount account, RefreshesTokens connector, Stored used) {
    var lock = here.computeIfAbsent(account.id(), _ -> new ReentrantLock());
    lock.lock();
    try {
      return await(account, connector, used);
    } finally {
      lock.unlock();
    }
  }

  // On this node the lock orders refreshers; another node holds the lease, so look at the row.
  private Renewal await(ConnectedAccount account, RefreshesTokens connector, Stored used) {
    for (int look = 0; look < LOOKS; look++) {
      var stored = stored(account);
      if (stored.version() != used.version()) return new Renewed(stored);
      if (claim(account, used)) return refresh(account, connector, used);
      if (!pause()) break;
    }
    return new NotNow(clock.instant().plus(RETRY));
  }

  private Renewal refresh(ConnectedAccount account, RefreshesTokens connector, Stored used) {
    try {
      return switch (connector.refresh(new AccountSession(account, used.credentials()))) {
        case Reading.Read<Credentials>(Credentials renewed) -> keep(account, renewed);
        case Reading.Disconnected<Credentials>(String code) -> new Refused(code);
        case Reading.Throttled<Credentials> t -> new NotNow(t.notBefore());
        case Reading.Failed<Credentials> _ -> new NotNow(clock.instant().plus(RETRY));
      };
    } finally {
      // After a success the version has moved on and this touches nothing.
      scope.within(account.workspace().value(), () ->
          credentials.releaseRefresh(account.workspace(), account.id(), used.version()));
    }
  }

  private Renewed keep(ConnectedAccount account, Credentials renewed) {
    return scope.within(account.workspace().value(), () -> {
      credentials.store(account.workspace(), account.id(), renewed, clock.instant());
      return new Renewed(stored(account));
    });
  }

  private boolean claim(ConnectedAccount account, Stored used) {
    var now = clock.instant();
    return scope.within(account.workspace().value(), () -> credentials.claimRefresh(
        account.workspace(), account.id(), used.version(), now, now.plus(LEASE)));
  }

  private Stored stored(ConnectedAccount account) {
    return scope.within(account.workspace().value(),
        () -> credentials.find(account.workspace(), account.id()).orElseThrow());
  }

  boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
