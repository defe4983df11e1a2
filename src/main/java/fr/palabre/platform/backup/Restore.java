package fr.palabre.platform.backup;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PostgresServer;
import fr.palabre.platform.db.Schema;
import fr.palabre.platform.files.DataLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Reads a backup into an empty place: all of it, or nothing is left of the attempt. */
public final class Restore {
  private static final List<String> OURS =
      List.of("postgresql", "media", "runtime", BackupFile.KEY, RestoredHouse.MARK);
  private static final String UNDER_WAY = "restoring";
  private final PalabreSettings settings;

  public Restore(PalabreSettings settings) {
    this.settings = settings;
  }

  /** @throws BackupRefused if it cannot be restored here; nothing was changed then */
  public Count read(Path source) throws Exception {
    var existed = Files.exists(settings.data());
    try (var backup = BackupFile.open(source)) {
      check(backup);
      try (var _ = DataLock.take(settings.data())
          .orElseThrow(() -> new BackupRefused("backup.running", settings.data()))) {
        return readAlone(backup);
      }
    } catch (Exception e) {
      if (!existed) FileSystemUtils.deleteRecursively(settings.data());
      throw e;
    }
  }

  /** Whether a restore was cut short in this folder: what it holds is of no use. */
  public static boolean cutShort(Path data) {
    return Files.exists(data.resolve(UNDER_WAY));
  }

  private void check(BackupFile backup) throws IOException, BackupRefused {
    var manifest = backup.manifest();
    if (manifest.format() > Manifest.FORMAT)
      throw new BackupRefused("backup.format", backup.path());
    if (Integer.parseInt(manifest.schema()) > newestSchema())
      throw new BackupRefused("backup.version", manifest.schema(), newestSchema());
    backup.checkKey(settings);
  }

  private Count readAlone(BackupFile backup) throws Exception {
    var data = settings.data();
    if (cutShort(data)) clear();
    for (var name : OURS)
      if (Files.exists(data.resolve(name))) throw new BackupRefused("backup.notempty", data);
    Files.write(data.resolve(UNDER_WAY), new byte[0]);
    try {
      backup.readKey(data);
      readInto(backup);
      Files.writeString(data.resolve(RestoredHouse.MARK), backup.manifest().takenAt().toString());
    } catch (Exception e) {
      clear();
      Files.deleteIfExists(data.resolve(UNDER_WAY));
      throw e;
    }
    Files.delete(data.resolve(UNDER_WAY));
    return backup.manifest().count();
  }

  private void clear() throws IOException {
    for (var name : OURS) FileSystemUtils.deleteRecursively(settings.data().resolve(name));
  }

  private void readInto(BackupFile backup) throws Exception {
    var server = PostgresServer.of(settings);
    try (var connection = server.ownerDataSource().getConnection()) {
      var bare = Tables.inOrder(connection).isEmpty();
      if (!bare && !isOurs(connection, backup)) throw new BackupRefused("backup.notempty.database");
      try {
        fill(backup, server, connection);
      } catch (Exception e) {
        if (!connection.getAutoCommit()) connection.rollback();
        if (bare) Schema.flyway(server).cleanDisabled(false).load().clean();
        throw e;
      }
    } finally {
      server.stop();
    }
  }

  // The schema of this very backup, without a row: what a restore leaves that was killed.
  private static boolean isOurs(Connection connection, BackupFile backup) throws SQLException {
    return Tables.empty(connection) && Tables.schemaVersion(connection)
        .filter(backup.manifest().schema()::equals).isPresent();
  }

  // Files first, rows last: the commit is what makes it be there.
  private void fill(BackupFile backup, PostgresServer server, Connection connection)
      throws Exception {
    server.prepareRole(settings);
    Schema.flyway(server).target(backup.manifest().schema()).load().migrate();
    connection.setAutoCommit(false);
    for (var table : Tables.inOrder(connection)) backup.read(connection, table);
    backup.readMedia(settings.data());
    connection.commit();
    analyze(connection);
  }

  // Without figures on the tables, the first pages would be slow.
  private static void analyze(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private static int newestSchema() {
    return Schema.known().stream().mapToInt(Integer::parseInt).max().orElseThrow();
  }
}
