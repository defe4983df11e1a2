package fr.palabre.platform.db;

import fr.palabre.platform.secrets.MasterKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * The role one installation connects as. It owns nothing, so row-level security binds it. Its name
 * and password derive from the installation's key: nodes that share the key share the role, and two
 * installations on one PostgreSQL server never change each other's password.
 */
record AppRole(String name, String password) {
  private static final int TRIES = 5;
  private static final int NAMED_BY = 12;
  // A role belongs to the whole server, and the lock below to one database: a house of another
  // database may make or alter it meanwhile. That is a unique_violation, a duplicate_object, or
  // "tuple concurrently updated", which has no code but internal_error.
  private static final Set<String> RACED = Set.of("23505", "42710", "XX000");

  static AppRole of(MasterKey key) {
    return new AppRole("palabre_app_" + key.deriveHex("name of palabre_app").substring(0, NAMED_BY),
        key.deriveHex("password of palabre_app"));
  }

  void prepare(PostgresServer server) {
    prepare(server, TRIES);
  }

  private void prepare(PostgresServer server, int tries) {
    try (var connection = server.ownerDataSource().getConnection()) {
      execute(connection, PREPARE.replace(":name", name).replace(":password", password));
    } catch (SQLException e) {
      if (tries == 1 || !RACED.contains(e.getSQLState()))
        throw new IllegalStateException(
            "PostgreSQL refused to prepare the application's role: " + e.getMessage(), e);
      prepare(server, tries - 1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  // One session at a time: two nodes that start together must not race on the role. What a role may
  // do is granted to palabre_app, which nobody connects as.
  private static final String PREPARE = """
      begin;
      select pg_advisory_xact_lock(7261);
      do $$ begin
        if not exists (select from pg_roles where rolname = 'palabre_engine') then
          create role palabre_engine nologin;
        end if;
        if not exists (select from pg_roles where rolname = 'palabre_app') then
          create role palabre_app nologin;
        end if;
        if not exists (select from pg_roles where rolname = ':name') then
          create role :name login;
        end if;
      end $$;
      alter role :name password ':password';
      grant palabre_app to :name with inherit true, set false;
      grant palabre_engine to :name with inherit false, set true;
      commit;
      """;
}
