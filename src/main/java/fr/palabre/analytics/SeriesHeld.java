package fr.palabre.analytics;

import fr.palabre.identity.BrandHolding;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.web.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures that would go. */
@Component
@Order(6)
class SeriesHeld implements BrandHolding {
  private final JdbcClient jdbc;

  SeriesHeld(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> held(Page page, WorkspaceId workspace) {
    var count = jdbc.sql("select count(*) from analytics_post where workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
    return count == 0 ? List.of() : List.of(page.count("identity.held.analytics", count));
  }
}
