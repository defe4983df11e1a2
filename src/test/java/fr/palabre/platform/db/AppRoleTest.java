package fr.palabre.platform.db;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.secrets.MasterKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AppRoleTest {
  private static final MasterKey KEY = MasterKey.of("A".repeat(43) + "=");

  /** On a server that never saw Palabre, both find no role and make one. */
  @Test
  void twoHousesOfOneServerMayStartForTheFirstTimeTogether() throws Exception {
    try (var server = untouched();
        var other = server.getPostgresDatabase().getConnection()) {
      execute(other, "begin; create role palabre_app login");
      var house = CompletableFuture.runAsync(() -> AppRole.prepare(house(server), KEY));
      awaitItsWaiting(server);
      execute(other, "commit");
      house.get(10, SECONDS);
      assertThat(count(other, "select count(*) from pg_roles where rolname like 'palabre%'"))
          .isEqualTo(2);
    }
  }

  private static EmbeddedPostgres untouched() throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target/test-postgres").toAbsolutePath().toFile())
        .setLocaleConfig("locale", "C.UTF-8")
        .start();
  }

  private static PostgresServer house(EmbeddedPostgres server) {
    return new PostgresServer(
        server.getJdbcUrl("postgres", "template1"), "postgres", "postgres", () -> {});
  }

  private static void awaitItsWaiting(EmbeddedPostgres server) throws SQLException {
    try (var watch = server.getPostgresDatabase().getConnection()) {
      while (count(watch, "select count(*) from pg_locks where not granted") == 0)
        Thread.onSpinWait();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
