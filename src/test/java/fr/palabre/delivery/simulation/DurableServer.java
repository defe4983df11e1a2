package fr.palabre.delivery.simulation;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The PostgreSQL that comes with Palabre, as people run it: what it commits is on the disk. */
final class DurableServer {
  final PalabreSettings settings;
  private PostgresServer server;

  DurableServer(Path data) {
    settings = new PalabreSettings(data, null, null, null, null, null, List.of(), false);
    server = PostgresServer.of(settings);
  }

  PostgresServer server() {
    return server;
  }

  /** kill -9: its first process, which would mourn the others, before them. */
  void kill() {
    var first = ProcessHandle.of(pid()).orElseThrow();
    var all = Stream.concat(Stream.of(first), first.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(DurableServer::awaitEnd);
  }

  // Some containers' first process takes seconds to bury the dead: those have no command any more.
  private static void awaitEnd(ProcessHandle process) {
    while (process.info().command().isPresent()) LockSupport.parkNanos(1_000_000);
  }

  /** On what it left. Whoever started it holds the folder until told that it is gone. */
  void start() {
    stop();
    server = PostgresServer.of(settings);
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long pid() {
    try {
      var file = settings.data().resolve("postgresql").resolve("postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
