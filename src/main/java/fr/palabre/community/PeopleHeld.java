package fr.palabre.community;

import fr.palabre.identity.BrandHolding;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.web.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of people, which would be forgotten. */
@Component
@Order(5)
class PeopleHeld implements BrandHolding {
  private final JdbcClient jdbc;

  PeopleHeld(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> held(Page page, WorkspaceId workspace) {
    var count = jdbc.sql("select count(*) from community_person where workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
    return count == 0 ? List.of() : List.of(page.count("identity.held.community", count));
  }
}
