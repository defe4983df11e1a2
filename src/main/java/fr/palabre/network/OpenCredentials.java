package fr.palabre.network;

import fr.palabre.network.CredentialStore.Sealed;
import fr.palabre.network.CredentialStore.Stored;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What opens an account, deciphered once for as long as its row holds the very same sealing. The row
 * is asked at each call, the accounts that are called at the same moment in one question: what was
 * renewed, replaced or forgotten, here or on another node, is never used again.
 */
@Component
class OpenCredentials {
  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST = 2000;
  private final CredentialStore credentials;
  private final RowScope scope;
  private final Clock clock;
  private final GroupCommit<AccountKey, String> sealings = new GroupCommit<>(this::sealings);
  private final GroupCommit<AccountKey, Sealed> rows = new GroupCommit<>(this::rows);
  private final Map<AccountKey, Opened> opened = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<AccountKey, Opened> eldest) {
      return size() > MOST;
    }
  };

  OpenCredentials(CredentialStore credentials, RowScope scope, Clock clock) {
    this.credentials = credentials;
    this.scope = scope;
    this.clock = clock;
  }

  /** @throws NoSuchElementException if nothing opens it any more */
  Stored of(ConnectedAccount account) {
    var key = AccountKey.of(account);
    var sealing = sealings.of(key);
    if (sealing == null) {
      forget(key);
      throw new NoSuchElementException("Nothing opens account " + account.id());
    }
    var before = remembered(key);
    if (before != null && before.isOf(sealing, clock.instant())) return before.stored;
    return open(key);
  }

  private Stored open(AccountKey key) {
    var sealed = rows.of(key);
    if (sealed == null)
      throw new NoSuchElementException("Nothing opens account " + key.account());
    var stored = credentials.open(sealed, key.account());
    synchronized (opened) {
      opened.put(key, new Opened(stored, clock.instant()));
    }
    return stored;
  }

  private Map<AccountKey, String> sealings(List<AccountKey> keys) {
    return scope.everywhere(() -> credentials.sealings(keys));
  }

  private Map<AccountKey, Sealed> rows(List<AccountKey> keys) {
    return scope.everywhere(() -> credentials.among(keys));
  }

  private @Nullable Opened remembered(AccountKey key) {
    synchronized (opened) {
      return opened.get(key);
    }
  }

  private void forget(AccountKey key) {
    synchronized (opened) {
      opened.remove(key);
    }
  }

  private record Opened(Stored stored, Instant at) {
    boolean isOf(String sealing, Instant now) {
      return stored.sealing().equals(sealing) && !now.isBefore(at) && now.isBefore(at.plus(LONGEST));
    }
  }
}
