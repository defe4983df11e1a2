package fr.palabre.platform.backup;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PostgresServer;
import fr.palabre.platform.files.DataLock;
import fr.palabre.platform.secrets.MasterKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: every table from one snapshot of the database, the media of that moment, and the
 * key that opens the sealed tokens. Palabre may run meanwhile.
 */
public final class Backup {
  private final PalabreSettings settings;

  public Backup(PalabreSettings settings) {
    this.settings = settings;
  }

  /** @throws BackupRefused if there is nothing to keep or no place to keep it in */
  public Count write(Path target) throws Exception {
    if (Files.exists(target)) throw new BackupRefused("backup.exists", target);
    if (!somethingThere()) throw new BackupRefused("backup.nothing", settings.data());
    try (var _ = DataLock.backup(settings.data())
        .orElseThrow(() -> new BackupRefused("backup.already", settings.data()))) {
      return writeBeside(target);
    }
  }

  private boolean somethingThere() {
    var key = settings.keyGiven() || Files.exists(settings.data().resolve(BackupFile.KEY));
    return key && (!settings.embeddedDatabase()
        || Files.exists(settings.data().resolve("postgresql/PG_VERSION")));
  }

  // Under another name until it is whole, readable by its owner only: it holds the key.
  private Count writeBeside(Path target) throws Exception {
    var folder = target.resolveSibling("").toAbsolutePath();
    if (!Files.isDirectory(folder)) throw new BackupRefused("backup.nowhere", folder);
    var beside = Files.createTempFile(folder, ".palabre-", ".part");
    try {
      var count = writeFrom(beside);
      try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      return count;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private Count writeFrom(Path file) throws Exception {
    // While Palabre runs, its database does; else nobody may start it before this is done.
    var lock = DataLock.take(settings.data());
    var server = lock.isPresent() ? PostgresServer.of(settings) : PostgresServer.running(settings);
    try (var connection = server.ownerDataSource().getConnection();
        var zip = new ZipOutputStream(Files.newOutputStream(file));
        var media = new MediaHold(settings.data())) {
      return write(connection, zip, media);
    } finally {
      server.stop();
      lock.ifPresent(DataLock::close);
    }
  }

  private Count write(Connection connection, ZipOutputStream zip, MediaHold media)
      throws Exception {
    // Before and after the snapshot: a file whose row it shows is held, whenever it came or went.
    media.hold();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    var schema = Tables.schemaVersion(connection)
        .orElseThrow(() -> new BackupRefused("backup.nothing", settings.data()));
    media.hold();
    var tables = new TreeMap<String, Long>();
    for (var table : Tables.inOrder(connection))
      tables.put(table.name(), write(connection, zip, table));
    writeKey(zip);
    var manifest = new Manifest(Manifest.FORMAT, schema, Tables.now(connection),
        BackupFile.mark(new MasterKey(settings)), media.write(zip), tables);
    put(zip, Manifest.ENTRY, manifest.bytes());
    return manifest.count();
  }

  private static long write(Connection connection, ZipOutputStream zip, Tables.Table table)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(table.entry()));
    var rows = Tables.copy(connection).copyOut(table.out(), zip);
    zip.closeEntry();
    return rows;
  }

  // A key that comes from the environment is not ours to keep.
  private void writeKey(ZipOutputStream zip) throws IOException {
    var key = settings.data().resolve(BackupFile.KEY);
    if (!settings.keyGiven()) put(zip, BackupFile.KEY, Files.readAllBytes(key));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
