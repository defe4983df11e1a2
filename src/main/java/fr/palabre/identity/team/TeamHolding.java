package fr.palabre.identity.team;

import fr.palabre.identity.BrandHolding;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.web.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people who would lose the brand. */
@Component
@Order
class TeamHolding implements BrandHolding {
  private final Team team;

  TeamHolding(Team team) {
    this.team = team;
  }

  @Override
  public List<String> held(Page page, WorkspaceId workspace) {
    return List.of(page.count("identity.held.members", team.of(workspace).size()));
  }
}
