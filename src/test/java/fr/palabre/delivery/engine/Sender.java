package fr.palabre.delivery.engine;

import fr.palabre.platform.db.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the tests of other rooms send what is due. */
public class Sender {
  private final Engine engine;
  private final RowScope scope;
  private final JdbcClient jdbc;

  Sender(Engine engine, RowScope scope, JdbcClient jdbc) {
    this.engine = engine;
    this.scope = scope;
    this.jdbc = jdbc;
  }

  public void runDue() {
    engine.runDue();
  }

  /** What other stories left in the shared database is none of the next one's. */
  public void silence() {
    scope.everywhere(() -> jdbc.sql("""
        update delivery_delivery
           set standing = 'CANCELLED', why = null, next_at = null, tell_at = null
         where next_at is not null or tell_at is not null
        """).update());
    scope.everywhere(() -> jdbc.sql("update delivery_lane set engine_id = null, wait_until = null")
        .update());
    scope.everywhere(() -> jdbc.sql("delete from delivery_engine").update());
  }
}
