package fr.palabre.platform.db;

import fr.palabre.platform.secrets.MasterKey;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The role Palabre connects as. It owns nothing, so row-level security binds it. Its password
 * derives from the installation's key: nodes that share the key share the role.
 */
final class AppRole {
  static final String NAME = "palabre_app";

  private AppRole() {}

  static String password(MasterKey key) {
    return key.deriveHex("password of " + NAME);
  }

  static void prepare(PostgresServer server, MasterKey key) {
    try (var connection = server.ownerDataSource().getConnection()) {
      execute(connection, PREPARE.formatted(password(key)));
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL refused to prepare the application's role: " + e.getMessage(), e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  // One session at a time: two nodes that start together must not race on the role.
  private static final String PREPARE = """
      begin;
      select pg_advisory_xact_lock(7261);
      do $$ begin
        if not exists (select from pg_roles where rolname = 'palabre_engine') then
          create role palabre_engine nologin;
        end if;
        if not exists (select from pg_roles where rolname = 'palabre_app') then
          create role palabre_app login;
        end if;
      end $$;
      alter role palabre_app password '%s';
      grant palabre_engine to palabre_app with inherit false, set true;
      commit;
      """;
}
