package fr.palabre.publishing.recurrence;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.platform.db.RowScope;
import org.springframework.stereotype.Component;

/** Goes round all brands and makes what comes back in the coming weeks. */
@Component
public class RecurrenceRound {
  private final RecurrenceStore recurrences;
  private final OccurrenceMaking making;
  private final Workspaces workspaces;
  private final RowScope scope;

  RecurrenceRound(RecurrenceStore recurrences, OccurrenceMaking making, Workspaces workspaces,
      RowScope scope) {
    this.recurrences = recurrences;
    this.making = making;
    this.workspaces = workspaces;
    this.scope = scope;
  }

  /** Each recurrence in a transaction of its own; twice is harmless. */
  public int makeComing() {
    return scope.everywhere(recurrences::brands).stream().mapToInt(this::brand).sum();
  }

  private int brand(WorkspaceId brand) {
    var zone = scope.within(brand.value(), () -> workspaces.workspace(brand)).zone();
    return scope.within(brand.value(), () -> recurrences.running(brand)).stream()
        .mapToInt(r -> scope.within(brand.value(), () -> making.make(brand, zone, r.id())))
        .sum();
  }
}
