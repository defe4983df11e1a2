package fr.palabre.network;

import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What networks say is left of the calls they allow; connectors report it as they read it. As long
 * as plenty is left, a figure that hardly moved is not written again each time.
 */
@Component
public class Quotas {
  private static final Logger log = LoggerFactory.getLogger(Quotas.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int PLENTY = 5;
  private static final int HARDLY = 100;
  private static final int FEW = 20;
  private static final int TENTH = 10;
  private final HealthStore store;
  private final ApplicationEventPublisher events;
  private final RowScope scope;
  private final Clock clock;
  private final Map<Bucket, Seen> written = new ConcurrentHashMap<>();
  private final GroupCommit<Seen, Boolean> together = new GroupCommit<>(this::write);

  Quotas(HealthStore store, ApplicationEventPublisher events, RowScope scope, Clock clock) {
    this.store = store;
    this.events = events;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @param bucket the network's name of what is counted, such as {@code writes}
   * @param allowed how much is allowed in all; null if the network does not say
   * @param resetsAt when it starts again; null if the network does not say
   */
  public void seen(ConnectedAccount account, String bucket, @Nullable Long allowed,
      long remaining, @Nullable Instant resetsAt) {
    var seen = new Seen(AccountKey.of(account), bucket, allowed, remaining, resetsAt,
        clock.instant());
    var before = written.get(seen.of());
    if (before != null && seen.isMuchTheSameAs(before)) return;
    // The demonstration's network lives in the database, and calls are transactions there.
    if (TransactionSynchronizationManager.isActualTransactionActive())
      scope.within(account.workspace().value(), () -> write(seen));
    else if (!isWritten(seen)) return;
    written.put(seen.of(), seen);
  }

  // The answer that told of it is worth more, and the next one tells again.
  private boolean isWritten(Seen seen) {
    try {
      together.of(seen);
      return true;
    } catch (DataAccessException | TransactionException e) {
      log.warn("What is left to account {} could not be noted: {}", seen.account().account(),
          e.getMessage());
      return false;
    }
  }

  private Map<Seen, Boolean> write(List<Seen> all) {
    var latest = new HashMap<Bucket, Seen>();
    all.forEach(s -> latest.put(s.of(), s));
    scope.everywhere(() -> {
      var kept = store.quotas(List.copyOf(latest.values()));
      latest.values().forEach(this::tell);
      return kept;
    });
    return Map.of();
  }

  private void write(Seen seen) {
    store.quotas(List.of(seen));
    tell(seen);
  }

  // Those who hold calls back want to know of the last ones, and when there are more again.
  private void tell(Seen seen) {
    var before = written.get(seen.of());
    if (seen.resetsAt == null || before != null && !seen.isLittle() && !before.isLittle()) return;
    events.publishEvent(new QuotaSeen(seen.account.workspace(), seen.account.account(),
        seen.bucket, seen.remaining, seen.resetsAt, seen.isLittle()));
  }

  record Bucket(AccountKey account, String name) {}

  record Seen(AccountKey account, String bucket, @Nullable Long allowed, long remaining,
      @Nullable Instant resetsAt, Instant at) {

    Bucket of() {
      return new Bucket(account, bucket);
    }

    boolean isLittle() {
      return remaining <= (allowed == null ? FEW : Math.max(FEW, allowed / TENTH));
    }

    boolean isMuchTheSameAs(Seen before) {
      return allowed != null && allowed.equals(before.allowed)
          && Objects.equals(resetsAt, before.resetsAt)
          && remaining * PLENTY > allowed
          && Math.abs(remaining - before.remaining) * HARDLY <= allowed
          && !at.isBefore(before.at) && at.isBefore(before.at.plus(EVERY));
    }
  }
}
