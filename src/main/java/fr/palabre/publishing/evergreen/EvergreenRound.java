package fr.palabre.publishing.evergreen;

import fr.palabre.identity.Workspaces;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Fills the hours that have come near, of whichever brand: one look into an index tells which. */
@Component
public class EvergreenRound {
  private final EvergreenStore queues;
  private final Filling filling;
  private final Workspaces workspaces;
  private final RowScope scope;
  private final Clock clock;

  EvergreenRound(EvergreenStore queues, Filling filling, Workspaces workspaces, RowScope scope,
      Clock clock) {
    this.queues = queues;
    this.filling = filling;
    this.workspaces = workspaces;
    this.scope = scope;
    this.clock = clock;
  }

  /** Each queue in a transaction of its own; twice is harmless. @return how many copies were made */
  public int fillDue() {
    return scope.everywhere(() -> queues.due(clock.instant())).stream()
        .mapToInt(due -> scope.within(due.workspace().value(), () -> filling.fill(due.workspace(),
            workspaces.workspace(due.workspace()).zone(), due.queue())))
        .sum();
  }
}
