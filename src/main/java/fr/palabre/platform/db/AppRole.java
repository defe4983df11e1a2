package fr.palabre.platform.db;

import fr.palabre.platform.secrets.MasterKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * The role Palabre connects as. It owns nothing, so row-level security binds it. Its password
 * derives from the installation's key: nodes that share the key share the role.
 */
final class AppRole {
  static final String NAME = "palabre_app";
  private static final int TRIES = 5;
  // A role belongs to the whole server, and the lock below to one database: a house of another
  // database may make or alter it meanwhile. That is a unique_violation, a duplicate_object, or
  // "tuple concurrently updated", which has no code but internal_error.
  private static final Set<String> RACED = Set.of("23505", "42710", "XX000");

  private AppRole() {}

  static String password(MasterKey key) {
    return key.deriveHex("password of " + NAME);
  }

  static void prepare(PostgresServer server, MasterKey key) {
    prepare(server, key, TRIES);
  }

  private static void prepare(PostgresServer server, MasterKey key, int tries) {
    try (var connection = server.ownerDataSource().getConnection()) {
      execute(connection, PREPARE.formatted(password(key)));
    } catch (SQLException e) {
      if (tries == 1 || !RACED.contains(e.getSQLState()))
        throw new IllegalStateException(
            "PostgreSQL refused to prepare the application's role: " + e.getMessage(), e);
      prepare(server, key, tries - 1);
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
