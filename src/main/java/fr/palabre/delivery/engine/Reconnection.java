package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.network.AccountChanged;
import fr.palabre.network.ConnectedAccount.Standing;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An account that is connected again lets go what waited for it. */
@Component
class Reconnection {
  private final JdbcClient jdbc;
  private final Clock clock;

  Reconnection(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void on(AccountChanged changed) {
    if (changed.standing() != Standing.CONNECTED) return;
    var now = at(clock.instant());
    var waiting = jdbc.sql("""
            update delivery_delivery
               set standing = 'SCHEDULED', why = 'HOUR', next_at = greatest(not_before, :now),
                   moved_at = :now, tell_at = :now
             where workspace_id = :workspace and account_id = :account
               and standing = 'HELD' and why = 'RECONNECTION'
            """)
        .param("workspace", changed.workspace().value())
        .param("account", changed.account().value())
        .param("now", now)
        .update();
    if (waiting > 0)
      jdbc.sql("select pg_notify('palabre_delivery', '')").query((_, _) -> true).list();
  }
}
