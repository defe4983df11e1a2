package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for its turn goes on once the one before it is known to be out. */
@Component
class NextParts {
  private final JdbcClient jdbc;

  NextParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A statement of its own after the one that wrote the outcome: it sees the parts that were handed
   * in while that one waited.
   *
   * @param answers JSON array of what was just journaled: workspace, id and remote id
   */
  void follow(String answers, Instant now) {
    jdbc.sql("""
            update delivery_delivery n
               set standing = 'SCHEDULED', why = 'HOUR', next_at = greatest(n.not_before, :now),
                   moved_at = :now
              from jsonb_to_recordset(cast(:answers as jsonb))
                     as a(workspace uuid, id uuid, remote text)
              join delivery_delivery p on p.workspace_id = a.workspace and p.id = a.id
                                      and p.standing in ('ACCEPTED', 'CONFIRMED')
             where a.remote is not null
               and n.workspace_id = a.workspace and n.after_id = a.id
               and n.standing = 'HELD' and n.why = 'TURN'
            """)
        .param("answers", answers)
        .param("now", at(now))
        .update();
  }
}
