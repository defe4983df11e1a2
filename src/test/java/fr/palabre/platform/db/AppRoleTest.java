package fr.palabre.platform.db;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.secrets.MasterKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AppRoleTest {
  private static final AppRole OURS = role("A");
  private static final AppRole OTHERS = role("B");

  /** On a server that never saw Palabre, both find no role and make one. */
  @Test
  void twoHousesOfOneServerMayStartForTheFirstTimeTogether() throws Exception {
    try (var server = untouched();
        var other = server.getPostgresDatabase().getConnection()) {
      execute(other, "begin; create role palabre_app login");
      var house = CompletableFuture.runAsync(() -> OURS.prepare(house(server)));
      awaitItsWaiting(server);
      execute(other, "commit");
      house.get(10, SECONDS);
      assertThat(count(other, "select count(*) from pg_roles where rolname like 'palabre%'"))
          .isEqualTo(3);
    }
  }

  @Test
  @Timeout(60)
  void anotherHouseOfTheSameServerLocksNobodyOut() throws Exception {
    try (var server = untouched()) {
      OURS.prepare(house(server));
      askForPasswords(server);
      while (isLetIn(server, new AppRole(OURS.name(), "another"))) Thread.onSpinWait();
      OTHERS.prepare(house(server));
      assertThat(isLetIn(server, OURS)).isTrue();
      assertThat(isLetIn(server, OTHERS)).isTrue();
    }
  }

  private static AppRole role(String letter) {
    return AppRole.of(MasterKey.of(letter.repeat(42) + "A="));
  }

  // The library lets everybody in without one.
  private static void askForPasswords(EmbeddedPostgres server) throws Exception {
    try (var owner = server.getPostgresDatabase().getConnection();
        var statement = owner.createStatement();
        var rows = statement.executeQuery("show hba_file")) {
      rows.next();
      Files.writeString(Path.of(rows.getString(1)),
          "host all postgres 127.0.0.1/32 trust%nhost all all 127.0.0.1/32 scram-sha-256%n"
              .formatted());
      execute(owner, "select pg_reload_conf()");
    }
  }

  private static boolean isLetIn(EmbeddedPostgres server, AppRole role) throws SQLException {
    var address = server.getJdbcUrl("postgres", "template1").replaceAll("[?].*", "");
    try (var connection = DriverManager.getConnection(address, role.name(), role.password())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if ("28P01".equals(e.getSQLState())) return false;
      throw e;
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
