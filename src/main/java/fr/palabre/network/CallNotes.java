package fr.palabre.network;

import fr.palabre.network.CallHealth.Kind;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notes how an account's calls fared. That it goes on working is noted every few seconds, many
 * accounts at once; that something changed, at once.
 */
@Component
class CallNotes {
  private static final Logger log = LoggerFactory.getLogger(CallNotes.class);
  static final Duration EVERY = Duration.ofSeconds(5);
  private final HealthStore health;
  private final CursorStore cursors;
  private final Connectors connectors;
  private final RowScope scope;
  private final Clock clock;
  private final Map<AccountKey, Instant> workedAt = new ConcurrentHashMap<>();
  private final Map<AccountKey, Instant> hastenedAt = new ConcurrentHashMap<>();
  private final GroupCommit<AccountKey, Boolean> working = new GroupCommit<>(this::worked);
  private final GroupCommit<Sooner, Boolean> sooner = new GroupCommit<>(this::hasten);

  CallNotes(HealthStore health, CursorStore cursors, Connectors connectors, RowScope scope,
      Clock clock) {
    this.health = health;
    this.cursors = cursors;
    this.connectors = connectors;
    this.scope = scope;
    this.clock = clock;
  }

  /** What the network said is worth more than the note of it: a note that fails is left out. */
  void note(ConnectedAccount account, Object result) {
    try {
      write(account, result);
    } catch (DataAccessException | TransactionException e) {
      log.warn("How account {} fares could not be noted: {}", account.id(), e.getMessage());
    }
  }

  private void write(ConnectedAccount account, Object result) {
    var call = CallHealth.of(result);
    if (call.kind() == Kind.WORKED) worked(account);
    else failed(account, call);
    if (result instanceof DeliveryOutcome.Delivered) hasten(account);
  }

  private void worked(ConnectedAccount account) {
    var key = AccountKey.of(account);
    if (isFresh(workedAt.get(key))) return;
    working.of(key);
    workedAt.put(key, clock.instant());
  }

  private void failed(ConnectedAccount account, CallHealth call) {
    workedAt.remove(AccountKey.of(account));
    scope.within(account.workspace().value(),
        () -> health.failed(account, call.kind(), call.code(), clock.instant()));
  }

  // The next reading is only ever brought forward: asked for a moment ago, it stands.
  private void hasten(ConnectedAccount account) {
    var key = AccountKey.of(account);
    if (isFresh(hastenedAt.get(key))) return;
    if (connectors.connector(account.network()) instanceof ReadsActivity reads)
      sooner.of(new Sooner(key, clock.instant().plus(reads.pace().fastest())));
    hastenedAt.put(key, clock.instant());
  }

  private boolean isFresh(@Nullable Instant at) {
    var now = clock.instant();
    return at != null && !now.isBefore(at) && now.isBefore(at.plus(EVERY));
  }

  private Map<AccountKey, Boolean> worked(List<AccountKey> accounts) {
    scope.everywhere(() -> health.worked(accounts, clock.instant()));
    return Map.of();
  }

  private Map<Sooner, Boolean> hasten(List<Sooner> all) {
    scope.everywhere(() -> cursors.hasten(all));
    return Map.of();
  }

  /** When to read an account at the latest. */
  record Sooner(AccountKey key, Instant next) {}
}
