package fr.palabre.platform.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL that comes with Palabre, its data kept in the data folder between runs. */
final class EmbeddedServer {
  private static final Duration START_WAIT = Duration.ofSeconds(60);

  private EmbeddedServer() {}

  enum End { WITH_JAVA, WHEN_TOLD }

  /**
   * @param end who stops it: the JDK runs all that it does at its end at once, and a house that is
   *     closing still has outcomes to write down
   */
  static PostgresServer start(Path data, End end) {
    var cluster = data.resolve("postgresql").toAbsolutePath();
    try {
      Files.createDirectories(cluster);
      stopOrphan(cluster);
      var server = EmbeddedPostgres.builder()
          .setDataDirectory(cluster)
          .setOverrideWorkingDirectory(data.resolve("runtime").toAbsolutePath().toFile())
          .setCleanDataDirectory(false)
          .setLocaleConfig("locale", "C.UTF-8")
          .setLocaleConfig("encoding", "UTF8")
          // The library is made for tests and turns durability off; a brand's work needs it on.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("max_connections", "60")
          .setServerConfig("shared_buffers", "64MB")
          .setServerConfig("wal_compression", "on")
          // Rows are in memory or on a disk without a head: a few of them are looked up, not read through.
          .setServerConfig("random_page_cost", "1.1")
          .setPGStartupWait(START_WAIT)
          .setRegisterShutdownHook(end == End.WITH_JAVA)
          .start();
      return new PostgresServer(
          server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", server);
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database did not start", e);
    } catch (IllegalStateException e) {
      // The library puts root into a user namespace, which some containers forbid.
      throw "root".equals(System.getProperty("user.name")) ? new NotAsRoot(e) : e;
    }
  }

  static PostgresServer running(Path data) {
    try {
      // Line 4 of postmaster.pid is the port (PostgreSQL manual, "The postmaster.pid file").
      var lines = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
      var url = "jdbc:postgresql://localhost:" + lines.get(3).trim() + "/postgres";
      return new PostgresServer(url, "postgres", "postgres", () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database does not run", e);
    }
  }

  /** After a kill of Palabre its database may live on without it: stop it, its data are whole. */
  private static void stopOrphan(Path cluster) throws IOException {
    var pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
    ProcessHandle.of(pid).filter(EmbeddedServer::isPostgres).ifPresent(EmbeddedServer::stop);
    Files.deleteIfExists(pidFile);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.contains("postgres")).orElse(false);
  }

  private static void stop(ProcessHandle postmaster) {
    try {
      // SIGINT is PostgreSQL's fast shutdown: it ends sessions, checkpoints, and leaves.
      new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
      if (!waitFor(postmaster, 30)) postmaster.destroyForcibly();
      waitFor(postmaster, 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waitFor(ProcessHandle process, int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
