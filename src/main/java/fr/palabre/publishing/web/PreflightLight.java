package fr.palabre.publishing.web;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.HealthLight;
import fr.palabre.platform.web.Viewer;
import fr.palabre.publishing.preflight.PreflightRound;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says on every page that something stands in the way of a post that waits. */
@Component
class PreflightLight implements HealthLight {
  private final PreflightRound preflight;
  private final RowScope scope;

  PreflightLight(PreflightRound preflight, RowScope scope) {
    this.preflight = preflight;
    this.scope = scope;
  }

  @Override
  public @Nullable Light light(Viewer viewer) {
    if (!viewer.may("CONTENT_READ")) return null;
    var workspace = new WorkspaceId(Objects.requireNonNull(viewer.tenant()));
    return scope.within(workspace.value(), () -> preflight.any(workspace))
        ? new Light(State.ATTENTION, "publishing.light.check", "publication") : null;
  }
}
