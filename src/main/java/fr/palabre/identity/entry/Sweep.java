package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what no longer opens anything. */
@Component
class Sweep {
  private static final Duration KEPT = Duration.ofDays(30);
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final Clock clock;

  Sweep(JdbcClient jdbc, RowScope scope, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.clock = clock;
  }

  @Transactional
  void run() {
    var now = clock.instant();
    forget("delete from identity_session where expires_at < :limit", now);
    forget("delete from identity_reset where expires_at < :limit", now.minus(KEPT));
    forget("delete from identity_knock where last_at < :limit", now.minus(KEPT));
  }

  /** Invitations that were taken, withdrawn or let expire, in every brand. */
  void runEverywhere() {
    scope.everywhere(() -> forget("""
        delete from identity_invitation
         where coalesce(accepted_at, revoked_at, expires_at) < :limit
        """, clock.instant().minus(KEPT)));
  }

  private int forget(String sql, Instant limit) {
    return jdbc.sql(sql).param("limit", at(limit)).update();
  }
}
