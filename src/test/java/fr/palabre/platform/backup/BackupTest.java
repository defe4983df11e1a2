package fr.palabre.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PostgresServer;
import fr.palabre.platform.db.Schema;
import fr.palabre.platform.files.DataLock;
import fr.palabre.testing.DemoHouse;
import fr.palabre.testing.House;
import fr.palabre.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo house is kept in one file, and put back elsewhere. */
class BackupTest {
  @TempDir static Path home;
  private static PalabreSettings original;
  private static Path kept;
  private static String email;
  private static String password;
  @TempDir Path place;

  @BeforeAll
  static void aHouseIsKeptWhileItRuns() throws Exception {
    original = settings(home.resolve("data"), TestDatabase.fresh(), null);
    kept = home.resolve("kept.zip");
    try (var house = DemoHouse.on(RestoredVisit.options(original));
        var _ = DataLock.take(original.data()).orElseThrow()) {
      email = house.email();
      password = house.password();
      new Backup(original).write(kept);
    }
  }

  @Test
  void anEmptyDatabaseReceivesEveryRowAndEveryFile() throws Exception {
    // Taken from the house at rest, to be compared with.
    var quiet = place.resolve("quiet.zip");
    new Backup(original).write(quiet);
    var there = settings(place.resolve("data"), TestDatabase.fresh(), null);
    var count = new Restore(there).read(quiet);
    assertThat(rows(there)).isEqualTo(rows(original));
    assertThat(files(there.data())).isEqualTo(files(original.data())).hasSize(count.files());
  }

  @Test
  void theHouseOpensOnItsOwnDatabaseWithItsPeopleItsImagesAndItsAccounts() throws Exception {
    var there = settings(place.resolve("data"), null, null);
    new Restore(there).read(kept);
    try (var house = House.on(RestoredVisit.options(there))) {
      var visit = new RestoredVisit(house);
      assertThat(visit.signIn(email, password)).isTrue();
      assertThat(visit.imagesThatShow()).isPositive();
      assertThat(visit.accountsThatOpen()).isPositive();
      assertThat(there.data().resolve(RestoredHouse.MARK)).doesNotExist();
    }
  }

  @Test
  void theFileAndTheKeyPutBackAreTheirOwnersAlone() throws Exception {
    var there = restored();
    for (var secret : List.of(kept, there.data().resolve("secret.key")))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
  }

  @Test
  void aBackupNeverReplacesAnother() throws Exception {
    assertThat(refusal(() -> new Backup(original).write(kept))).isEqualTo("backup.exists");
  }

  @Test
  void aFolderWithoutAHouseHasNothingToKeepAndStaysAsItIs() {
    var nowhere = place.resolve("nowhere");
    assertThat(refusal(() -> new Backup(settings(nowhere, null, null))
        .write(place.resolve("b.zip")))).isEqualTo("backup.nothing");
    assertThat(nowhere).doesNotExist();
    assertThat(place.resolve("b.zip")).doesNotExist();
  }

  @Test
  void aFolderThatHoldsAHouseIsNotRestoredInto() throws Exception {
    assertThat(refusal(() -> new Restore(restored()).read(kept))).isEqualTo("backup.notempty");
  }

  @Test
  void aDatabaseThatHoldsAHouseIsNotRestoredInto() throws Exception {
    var occupied = settings(place.resolve("other"), original.databaseUrl(), null);
    assertThat(refusal(() -> new Restore(occupied).read(kept)))
        .isEqualTo("backup.notempty.database");
    assertThat(place.resolve("other")).doesNotExist();
  }

  @Test
  void aHouseThatRunsIsNotRestoredInto() throws Exception {
    var there = fresh();
    try (var _ = DataLock.take(there.data()).orElseThrow()) {
      assertThat(refusal(() -> new Restore(there).read(kept))).isEqualTo("backup.running");
    }
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    var half = place.resolve("half.zip");
    var bytes = Files.readAllBytes(kept);
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(half, "backup.foreign");
  }

  @Test
  void aFileThatWasDamagedOnTheWayIsRefused() throws Exception {
    var bytes = Files.readAllBytes(kept);
    // Longer than what stands between two entries, which nobody reads.
    for (int at = bytes.length / 3; at < bytes.length / 3 + 300; at++) bytes[at] ^= 1;
    assertRefused(Files.write(place.resolve("wrong.zip"), bytes), "backup.foreign");
  }

  @Test
  void aFileFromElsewhereIsRefused() throws Exception {
    assertRefused(Files.writeString(place.resolve("letter.txt"), "Bonjour"), "backup.foreign");
    assertRefused(without(Manifest.ENTRY), "backup.foreign");
    assertRefused(without("tables/identity_user.tsv"), "backup.foreign");
    assertRefused(place.resolve("none.zip"), "backup.absent");
  }

  @Test
  void aBackupOfANewerHouseIsRefused() throws Exception {
    assertRefused(saying(m -> m.replaceFirst("schema=\\d+", "schema=99999")), "backup.version");
    assertRefused(saying(m -> m.replaceFirst("format=\\d+", "format=2")), "backup.format");
  }

  @Test
  void aBackupOfAnOlderHouseComesBackAsItWasAndIsThenBroughtUpToDate() throws Exception {
    var older = settings(place.resolve("older"), TestDatabase.fresh(), null);
    var server = PostgresServer.running(older);
    server.prepareRole(older);
    Schema.flyway(server).target("080").load().migrate();
    var file = place.resolve("older.zip");
    new Backup(older).write(file);
    var there = fresh();
    new Restore(there).read(file);
    try (var connection = connection(there)) {
      assertThat(Tables.schemaVersion(connection)).hasValue("080");
    }
    Schema.flyway(PostgresServer.running(there)).load().migrate();
    assertThat(rows(there)).containsKey("analytics_report");
  }

  @Test
  void aBackupIsRefusedWhereItsTokensWouldNotOpen() throws Exception {
    assertRefused(without("secret.key"), "backup.key.absent");
    var other = Base64.getEncoder().encodeToString(new byte[32]);
    assertThat(refusal(() -> new Restore(settings(place.resolve("data"), TestDatabase.fresh(),
        other)).read(kept))).isEqualTo("backup.key.other");
  }

  @Test
  void aKeyFromTheEnvironmentIsNotPutIntoTheFileAndOpensIt() throws Exception {
    var key = Files.readString(original.data().resolve("secret.key"));
    var given = settings(original.data(), original.databaseUrl(), key);
    var file = place.resolve("given.zip");
    new Backup(given).write(file);
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("secret.key")).isNull();
    }
    new Restore(settings(place.resolve("data"), TestDatabase.fresh(), key)).read(file);
    assertThat(place.resolve("data/secret.key")).doesNotExist();
  }

  @Test
  void aRestoreThatFailsOnTheWayLeavesNothing() throws Exception {
    // Everything goes well until the rows of this table are counted.
    var lying = saying(m -> m.replaceFirst("table.scheduled_tasks=\\d+",
        "table.scheduled_tasks=999999"));
    var there = fresh();
    assertThatThrownBy(() -> new Restore(there).read(lying)).isInstanceOf(IOException.class);
    assertThat(there.data()).doesNotExist();
    try (var connection = connection(there)) {
      assertThat(Tables.inOrder(connection)).isEmpty();
    }
    new Restore(there).read(kept);
    assertThat(rows(there)).isNotEmpty();
  }

  @Test
  void aRestoreThatWasKilledIsDoneAgainInTheSameFolder() throws Exception {
    var there = settings(place.resolve("data"), null, null);
    Files.createDirectories(there.data().resolve("postgresql"));
    Files.writeString(there.data().resolve("secret.key"), "half");
    Files.createFile(there.data().resolve("restoring"));
    assertThat(Restore.cutShort(there.data())).isTrue();
    new Restore(there).read(kept);
    assertThat(Restore.cutShort(there.data())).isFalse();
  }

  @Test
  void anImageRemovedWhileItIsBeingCopiedIsKept() throws Exception {
    var image = place.resolve("media/brand/ab/abcd.png");
    Files.createDirectories(image.getParent());
    Files.writeString(image, "image");
    var file = place.resolve("b.zip");
    try (var media = new MediaHold(place);
        var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      media.hold();
      Files.delete(image);
      media.hold();
      assertThat(media.write(zip)).isEqualTo(1);
    }
    assertThat(place.resolve("backup")).doesNotExist();
  }

  @Test
  void noTwoTablesReferToEachOther() throws Exception {
    try (var connection = connection(original)) {
      var names = Tables.inOrder(connection).stream().map(Tables.Table::name).toList();
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("""
              select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
               where contype = 'f' and conrelid <> confrelid
              """)) {
        while (row.next())
          assertThat(names.indexOf(row.getString(2))).isLessThan(names.indexOf(row.getString(1)));
      }
    }
  }

  private PalabreSettings fresh() {
    return settings(place.resolve("data"), TestDatabase.fresh(), null);
  }

  private PalabreSettings restored() throws Exception {
    var there = fresh();
    new Restore(there).read(kept);
    return there;
  }

  private void assertRefused(Path file, String key) {
    assertThat(refusal(() -> new Restore(fresh()).read(file))).isEqualTo(key);
    assertThat(place.resolve("data")).doesNotExist();
  }

  private static String refusal(Work work) {
    try {
      work.run();
      return "none";
    } catch (BackupRefused e) {
      return e.key();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Path without(String entry) throws IOException {
    return copy(entry, null);
  }

  private Path saying(UnaryOperator<String> change) throws IOException {
    return copy(Manifest.ENTRY, change);
  }

  /** The kept file with one entry changed, or left out. */
  private Path copy(String changed, @Nullable UnaryOperator<String> change) throws IOException {
    var copy = Files.createTempFile(place, "copy", ".zip");
    try (var from = new ZipFile(kept.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (var entry : from.stream().toList()) {
        var bytes = from.getInputStream(entry).readAllBytes();
        var ours = entry.getName().equals(changed);
        if (ours && change == null) continue;
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(ours && change != null ? change.apply(new String(bytes)).getBytes() : bytes);
      }
    }
    return copy;
  }

  /** Each table's rows, as one sum. */
  private static Map<String, String> rows(PalabreSettings settings) throws Exception {
    var sums = new TreeMap<String, String>();
    try (var connection = connection(settings); var statement = connection.createStatement()) {
      for (var table : Tables.inOrder(connection))
        try (var row = statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg("
            + "t::text, '|' order by t::text)), '') from " + table.name() + " t")) {
          row.next();
          sums.put(table.name(), row.getString(1));
        }
    }
    return sums;
  }

  private static Map<String, Long> files(Path data) throws IOException {
    var files = new TreeMap<String, Long>();
    try (var walk = Files.walk(data.resolve("media"))) {
      for (var file : walk.filter(Files::isRegularFile).toList())
        files.put(data.relativize(file).toString(), Files.size(file));
    }
    return files;
  }

  private static Connection connection(PalabreSettings settings) throws Exception {
    return PostgresServer.running(settings).ownerDataSource().getConnection();
  }

  private static PalabreSettings settings(Path data, @Nullable String database,
      @Nullable String key) {
    return new PalabreSettings(data, database, "postgres", "postgres", null, key, List.of(), true);
  }

  private interface Work {
    void run() throws Exception;
  }
}
