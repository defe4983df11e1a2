package fr.palabre.delivery.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Wakes the engine: rung by any node's commit through PostgreSQL, or from this process. */
@Component
class Bell {
  private static final Logger log = LoggerFactory.getLogger(Bell.class);
  private static final int LISTEN_MILLIS = 10_000;
  private static final long RETRY_NANOS = 1_000_000_000L;
  private final DataSource database;
  private final Semaphore rings = new Semaphore(0);

  Bell(DataSource database) {
    this.database = database;
  }

  void ring() {
    rings.release();
  }

  /** Returns when rung, or after that long. */
  void await(Duration atMost) throws InterruptedException {
    if (rings.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) rings.drainPermits();
  }

  /** Hears the database until the thread is interrupted; a lost connection is made again. */
  void listen() {
    while (!Thread.currentThread().isInterrupted()) {
      try (var connection = database.getConnection()) {
        hear(connection);
      } catch (SQLException e) {
        if (Thread.currentThread().isInterrupted()) return;
        log.warn("The bell's connection is lost, made again: {}", e.getMessage());
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen palabre_delivery");
    }
    // What was committed while nobody listened.
    ring();
    var postgres = connection.unwrap(PGConnection.class);
    while (!Thread.currentThread().isInterrupted()) {
      var heard = postgres.getNotifications(LISTEN_MILLIS);
      if (heard != null && heard.length > 0) ring();
    }
  }
}
