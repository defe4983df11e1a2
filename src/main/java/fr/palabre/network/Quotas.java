package fr.palabre.network;

import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What networks say is left of the calls they allow; connectors report it as they read it. */
@Component
public class Quotas {
  private final HealthStore store;
  private final RowScope scope;
  private final Clock clock;

  Quotas(HealthStore store, RowScope scope, Clock clock) {
    this.store = store;
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
    scope.within(account.workspace().value(), () ->
        store.quota(account, bucket, allowed, remaining, resetsAt, clock.instant()));
  }
}
