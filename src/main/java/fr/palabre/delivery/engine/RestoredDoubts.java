package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.platform.backup.HouseRestored;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A restored house has forgotten what it sent since its backup. What was due meanwhile may be out:
 * it is in doubt, and the account is read back before anything is sent.
 */
@Component
class RestoredDoubts {
  private static final Logger log = LoggerFactory.getLogger(RestoredDoubts.class);
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final Clock clock;

  RestoredDoubts(JdbcClient jdbc, RowScope scope, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.clock = clock;
  }

  @EventListener
  void on(HouseRestored restored) {
    var doubtful = scope.everywhere(() -> jdbc.sql("""
            with doubtful as (
              update delivery_delivery
                 set standing = 'IN_DOUBT', why = null, readings = 0, steps = steps + 1,
                     submitted_at = greatest(not_before, :taken), next_at = :now,
                     moved_at = :now, tell_at = :now
               where standing = 'SCHEDULED' and act = 'PUBLISH' and next_at <= :now
              returning workspace_id, id, steps, submitted_at
            )
            insert into delivery_attempt (workspace_id, delivery_id, number, kind, at, answered_at,
                result, detail)
            select workspace_id, id, steps, 'CALL', submitted_at, :now, 'UNKNOWN', 'restored'
              from doubtful
            """)
        .param("taken", at(restored.takenAt()))
        .param("now", at(clock.instant()))
        .update());
    log.info("Restored as of {}: {} deliveries in doubt", restored.takenAt(), doubtful);
  }
}
