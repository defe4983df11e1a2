package fr.palabre.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables as this version of Palabre knows them. */
public final class Schema {
  // Equal to none that is known: Flyway is asked, and says what to do.
  private static final String FAILED = "failed";

  private Schema() {}

  /**
   * Makes the schema, or brings an older one up to date. Nearly every start finds it as it is to
   * be: one question then stands for Flyway, whose own takes a tenth of a start.
   *
   * @throws NewerSchema if a later version of Palabre wrote it; nothing is changed then
   */
  static void bring(PostgresServer server) {
    try (var connection = server.ownerDataSource().getConnection()) {
      var applied = applied(connection);
      var known = known();
      if (applied.equals(known)) return;
      if (applied.stream().anyMatch(version -> isLater(version, known))) throw new NewerSchema();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL did not tell the state of its schema: " + e.getMessage(), e);
    }
    flyway(server).load().migrate();
  }

  public static FluentConfiguration flyway(PostgresServer server) {
    return Flyway.configure().dataSource(server.ownerDataSource())
        .locations("classpath:db/migration");
  }

  /** The versions of every change to the schema, as their files name them. */
  public static TreeSet<String> known() {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver()
              .getResources("classpath:db/migration/V*.sql"))
          .map(file -> Objects.requireNonNull(file.getFilename()))
          .map(name -> name.substring(1, name.indexOf("__")))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLater(String version, TreeSet<String> known) {
    return !version.equals(FAILED) && Integer.parseInt(version) > Integer.parseInt(known.last());
  }

  private static TreeSet<String> applied(Connection connection) throws SQLException {
    var versions = new TreeSet<String>();
    try (var statement = connection.createStatement()) {
      var there = statement.executeQuery(
          "select to_regclass('public.flyway_schema_history') is not null");
      if (!there.next() || !there.getBoolean(1)) return versions;
      var rows = statement.executeQuery("select version, success from flyway_schema_history");
      while (rows.next()) versions.add(rows.getBoolean(2) ? rows.getString(1) : FAILED);
    }
    return versions;
  }
}
