package fr.palabre.identity;

import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The wall clock of each brand, for work that nobody is signed in for. */
@Component
public class BrandClock {
  private final JdbcClient jdbc;

  BrandClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Within the brand's rows only, as all of a brand. */
  public ZoneId zone(WorkspaceId workspace) {
    return ZoneId.of(jdbc.sql("select zone from identity_workspace where id = :workspace")
        .param("workspace", workspace.value())
        .query(String.class)
        .single());
  }
}
