package fr.palabre.publishing.web;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.StandingNotice;
import fr.palabre.platform.web.Viewer;
import fr.palabre.publishing.ClockChanges;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says on every page that hours wait for a choice, until it is made. */
@Component
class ClockNotice implements StandingNotice.Source {
  private final ClockChanges changes;
  private final RowScope scope;

  ClockNotice(ClockChanges changes, RowScope scope) {
    this.changes = changes;
    this.scope = scope;
  }

  @Override
  public List<StandingNotice> now(Viewer viewer) {
    if (!viewer.may("PUBLISH")) return List.of();
    var workspace = new WorkspaceId(Objects.requireNonNull(viewer.tenant()));
    return scope.within(workspace.value(), () -> changes.any(workspace, viewer.zone()))
        ? List.of(new StandingNotice("wait", "clock", "publishing.clock.notice", List.of(),
            "publication/horloge", "publishing.clock.choose"))
        : List.of();
  }
}
