package fr.palabre.platform.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.secrets.MasterKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup read from its first to its last byte, and found whole. */
record BackupFile(Path path, ZipFile zip, Manifest manifest) implements AutoCloseable {
  static final String KEY = "secret.key";
  static final String MEDIA = "media/";

  static BackupFile open(Path path) throws IOException, BackupRefused {
    if (!Files.isRegularFile(path)) throw new BackupRefused("backup.absent", path);
    var zip = zip(path);
    try {
      return new BackupFile(path, zip, checked(zip));
    } catch (IOException | IllegalArgumentException e) {
      zip.close();
      throw new BackupRefused("backup.foreign", path);
    }
  }

  private static ZipFile zip(Path path) throws IOException, BackupRefused {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new BackupRefused("backup.foreign", path);
    }
  }

  private static Manifest checked(ZipFile zip) throws IOException {
    var manifest = Manifest.of(bytes(zip, Manifest.ENTRY));
    for (var entry : entries(zip)) checkSum(zip, entry);
    for (var table : manifest.tables().keySet())
      if (zip.getEntry(Tables.entry(table)) == null) throw new ZipException(table);
    if (media(zip).size() != manifest.files()) throw new ZipException(MEDIA);
    return manifest;
  }

  // Java checks sums only where it reads a ZIP from front to back.
  private static void checkSum(ZipFile zip, ZipEntry entry) throws IOException {
    var sum = new CRC32();
    try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (sum.getValue() != entry.getCrc()) throw new ZipException(entry.getName());
  }

  /** The key to open its tokens with: ours if we were given one, else its own. */
  void checkKey(PalabreSettings settings) throws IOException, BackupRefused {
    var given = settings.keyGiven();
    if (!given && zip.getEntry(KEY) == null) throw new BackupRefused("backup.key.absent");
    var key = given ? new MasterKey(settings) : MasterKey.of(new String(bytes(zip, KEY), US_ASCII));
    if (!mark(key).equals(manifest.key())) throw new BackupRefused("backup.key.other");
  }

  static String mark(MasterKey key) {
    return key.deriveHex("mark in a backup").substring(0, 16);
  }

  void readKey(Path data) throws IOException {
    if (zip.getEntry(KEY) == null) return;
    var file = Files.createFile(data.resolve(KEY),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, bytes(zip, KEY), StandardOpenOption.WRITE);
  }

  /** @throws IOException if it does not hold as many rows as were written */
  void read(Connection connection, Tables.Table table) throws IOException, SQLException {
    var written = manifest.tables().get(table.name());
    var entry = zip.getEntry(table.entry());
    if (written == null || entry == null) throw new ZipException(table.name());
    try (var in = zip.getInputStream(entry)) {
      var rows = Tables.copy(connection).copyIn(table.in(), in);
      if (rows != written) throw new ZipException(table.name() + ": " + rows + "/" + written);
    }
  }

  void readMedia(Path data) throws IOException {
    var media = data.resolve("media").toAbsolutePath().normalize();
    for (var entry : media(zip)) {
      var target = media.resolve(entry.getName().substring(MEDIA.length())).normalize();
      if (!target.startsWith(media)) throw new ZipException(entry.getName());
      Files.createDirectories(target.getParent());
      try (var in = zip.getInputStream(entry)) {
        Files.copy(in, target);
      }
    }
  }

  private static List<? extends ZipEntry> media(ZipFile zip) {
    return entries(zip).stream().filter(e -> e.getName().startsWith(MEDIA)).toList();
  }

  private static List<? extends ZipEntry> entries(ZipFile zip) {
    return zip.stream().toList();
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) throw new ZipException(name);
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
