package fr.palabre.inbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many conversations wait for an answer, counted up to a thousand. */
@Component
public class WaitingCount {
  private static final int MOST = 1000;
  private final JdbcClient jdbc;

  WaitingCount(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public int of(UUID workspace) {
    return jdbc.sql("""
            select count(*)
              from (select 1 from inbox_conversation
                     where workspace_id = :workspace and place < 10000000000000
                     limit :most) waiting
            """)
        .param("workspace", workspace)
        .param("most", MOST)
        .query(Integer.class).single();
  }
}
