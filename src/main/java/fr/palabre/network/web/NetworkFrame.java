package fr.palabre.network.web;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountHealths;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.HealthLight;
import fr.palabre.platform.web.MenuEntry;
import fr.palabre.platform.web.Viewer;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The networks' place in the menu, and the light at the top of every page. */
@Configuration(proxyBeanMethods = false)
class NetworkFrame {
  @Bean
  MenuEntry networkEntry() {
    return new MenuEntry.Plain(
        MenuEntry.Group.HOUSE, 20, "network.title", "reseaux", "plug", "ACCOUNT_READ");
  }

  @Bean
  HealthLight networkLight(AccountHealths healths, RowScope scope, Clock clock) {
    return viewer -> light(viewer, healths, scope, clock);
  }

  private static HealthLight.@Nullable Light light(Viewer viewer, AccountHealths healths,
      RowScope scope, Clock clock) {
    if (!viewer.may("ACCOUNT_READ")) return null;
    var workspace = new WorkspaceId(Objects.requireNonNull(viewer.tenant()));
    var state = scope.within(workspace.value(), () -> healths.worst(workspace, clock.instant()));
    return new HealthLight.Light(state,
        "network.light." + state.name().toLowerCase(Locale.ROOT), "reseaux");
  }
}
