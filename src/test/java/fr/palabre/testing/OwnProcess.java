package fr.palabre.testing;

import fr.palabre.Palabre;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Palabre as bin/start runs it: a process of its own, with its database in its data folder. It can
 * be killed, and started again.
 */
public final class OwnProcess implements AutoCloseable {
  private final Path data;
  private final List<String> what;
  private final int port = freePort();
  private final StringBuffer said = new StringBuffer();
  private Process process;

  private OwnProcess(Path data, List<String> what) {
    this.data = data;
    this.what = what;
    start();
  }

  /** From the classes just compiled. */
  public static OwnProcess compiled(Path data) {
    return new OwnProcess(data, List.of(
        "-cp", withoutTests(System.getProperty("java.class.path")), Palabre.class.getName()));
  }

  /** The artefact that people start, its beans found out when it was built. */
  public static OwnProcess artefact(Path jar, Path data) {
    return new OwnProcess(data, List.of("-Dspring.aot.enabled=true", "-jar", jar.toString()));
  }

  public String address() {
    return "http://localhost:" + port;
  }

  /** Returns once it says that it is ready. */
  public void start() {
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PALABRE_"));
    try {
      process = builder.start();
      awaitReady(process.inputReader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9: nothing of it has time to do anything. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
    if (process.exitValue() != 128 + 9)
      throw new IllegalStateException("It ended by itself: " + process.exitValue());
  }

  /** Ctrl-C: it has time to close. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Ctrl-C, as long as somebody is still being answered; returns once nobody else is let in. */
  public void beginToStop() {
    process.destroy();
    while (isOpen()) RealBluesky.pause();
  }

  private boolean isOpen() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** All that its terminal showed. */
  public String said() {
    return said.toString();
  }

  @Override
  public void close() {
    stop();
    orphan();
  }

  private List<String> command() {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Djava.awt.headless=true",
        "--enable-native-access=ALL-UNNAMED"));
    command.addAll(what);
    command.addAll(List.of("start", "--server.port=" + port, "--palabre.data=" + data,
        "--palabre.outgoing-private=localhost"));
    return command;
  }

  private static String withoutTests(String classpath) {
    return Arrays.stream(classpath.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitReady(BufferedReader terminal) throws IOException {
    for (var line = terminal.readLine(); line != null; line = terminal.readLine()) {
      said.append(line).append('\n');
      if (!line.contains(address())) continue;
      Thread.ofVirtual().start(() -> listen(terminal));
      return;
    }
    throw new IllegalStateException("Palabre did not start:\n" + said);
  }

  /** What it says later must not fill the pipe; a kill cuts it short. */
  private void listen(BufferedReader terminal) {
    try {
      for (var line = terminal.readLine(); line != null; line = terminal.readLine())
        said.append(line).append('\n');
    } catch (IOException e) {
      // The process is gone.
    }
  }

  private void awaitEnd() {
    try {
      if (process.waitFor(30, TimeUnit.SECONDS)) return;
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A test that failed right after the kill leaves the database behind. */
  private void orphan() {
    try {
      var pid = data.resolve("postgresql/postmaster.pid");
      if (!Files.exists(pid)) return;
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
          .ifPresent(ProcessHandle::destroy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
