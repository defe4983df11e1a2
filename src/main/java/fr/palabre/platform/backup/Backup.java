package fr.palabre.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a backup: every table from one snapshot of the database, the files beside it,
 * and the key that opens the sealed tokens. Writing works while Palabre runs.
 */
public final class Backup {
  private static final String SCHEMA = "schema-version";
  private final PalabreSettings settings;

  private Backup(PalabreSettings settings) {
    this.settings = settings;
  }

  public static Backup of(Map<String, String> environment) {
    return new Backup(new PalabreSettings(
        Path.of(environment.getOrDefault("PALABRE_DATA", "data")),
        environment.get("PALABRE_DATABASE_URL"),
        environment.get("PALABRE_DATABASE_USER"),
        environment.get("PALABRE_DATABASE_PASSWORD"),
        null, environment.get("PALABRE_SECRET_KEY"), List.of(), false));
  }

  /** Counts what a backup held, for the sentence that tells so. */
  public record Content(int tables, long rows, int files) {}

  public Content write(Path target) throws Exception {
    var server = running() ? PostgresServer.running(settings) : PostgresServer.of(settings);
    try (var connection = server.ownerDataSource().getConnection();
        var zip = new ZipOutputStream(Files.newOutputStream(target))) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      put(zip, SCHEMA, Tables.schemaVersion(connection).getBytes(UTF_8));
      var tables = Tables.inOrder(connection);
      long rows = 0;
      for (var table : tables) rows += writeTable(connection, zip, table);
      return new Content(tables.size(), rows, new DataFiles(settings.data()).write(zip));
    } finally {
      server.stop();
    }
  }

  /** @throws RefusedRestore if it cannot be restored here; nothing was changed then */
  public Content read(Path source) throws Exception {
    if (running()) throw new RefusedRestore("backup.running");
    try (var zip = new ZipFile(source.toFile())) {
      new DataFiles(settings.data()).readKey(zip);
      var server = PostgresServer.of(settings);
      try {
        return restore(server, zip);
      } finally {
        server.stop();
      }
    }
  }

  private Content restore(PostgresServer server, ZipFile zip) throws Exception {
    var version = new String(bytes(zip, SCHEMA), UTF_8);
    server.prepareRole(settings);
    Flyway.configure().dataSource(server.ownerDataSource()).locations("classpath:db/migration")
        .target(version).load().migrate();
    try (var connection = server.ownerDataSource().getConnection()) {
      connection.setAutoCommit(false);
      var tables = Tables.inOrder(connection);
      if (!Tables.empty(connection, tables)) throw new RefusedRestore("backup.notempty");
      long rows = 0;
      for (var table : tables) rows += readTable(connection, zip, table);
      connection.commit();
      return new Content(tables.size(), rows, new DataFiles(settings.data()).read(zip));
    }
  }

  private static long writeTable(Connection connection, ZipOutputStream zip, Tables.Table table)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(table.entry()));
    var rows = Tables.copy(connection).copyOut(table.out(), zip);
    zip.closeEntry();
    return rows;
  }

  private static long readTable(Connection connection, ZipFile zip, Tables.Table table)
      throws SQLException, IOException {
    @Nullable ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) return 0;
    try (var in = zip.getInputStream(entry)) {
      return Tables.copy(connection).copyIn(table.in(), in);
    }
  }

  private boolean running() {
    return settings.embeddedDatabase()
        && Files.exists(settings.data().resolve("postgresql/postmaster.pid"))
        && PostgresServer.isRunning(settings);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) throw new IOException("not a Palabre backup: " + name + " is missing");
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
