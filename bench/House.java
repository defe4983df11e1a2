import java.io.File;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as it is shipped, run by bin/palabre with its own options of Java. */
final class House {
  static final String KEY = "cGFsYWJyZS1lc3QtdW4tYmFuYy1kLWVzc2FpLTIwMjY=";
  private final Process process;
  private final int port;
  private final Path data;

  private House(Process process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  /** Started, and answering. */
  static House start(Path root, Path data, int port, Map<String, String> more) throws Exception {
    Files.createDirectories(data);
    var builder = new ProcessBuilder(root.resolve("bin/palabre").toString(), "start")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "console.log")));
    var settings = builder.environment();
    settings.keySet().removeIf(name -> name.startsWith("PALABRE_")
        && !name.equals("PALABRE_JAVA_OPTS"));
    settings.put("PALABRE_PORT", "" + port);
    settings.put("PALABRE_DATA", data.toString());
    settings.put("PALABRE_SECRET_KEY", KEY);
    settings.put("PALABRE_OUTGOING_PRIVATE", "127.0.0.1");
    settings.putAll(more);
    var house = new House(builder.start(), port, data);
    house.awaitHealth();
    return house;
  }

  private void awaitHealth() throws Exception {
    for (int i = 0; i < 1200; i++) {
      if (!process.isAlive()) break;
      try {
        var call = (HttpURLConnection)
            URI.create("http://localhost:" + port + "/actuator/health").toURL().openConnection();
        if (call.getResponseCode() == 200) return;
      } catch (java.io.IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("Palabre did not start; see console.log in " + data);
  }

  /** The owner's connection to its embedded database. */
  Connection owner() throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + postmaster(3) + "/postgres", "postgres", "postgres");
  }

  long pid() {
    return process.pid();
  }

  /** The most memory its Java process ever held, in MB. */
  long peakMemory() throws Exception {
    return status("VmHWM:") / 1024;
  }

  private long status(String name) throws Exception {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(l -> l.startsWith(name)).map(l -> l.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong).findFirst().orElse(0);
  }

  /** Processor seconds of its Java process so far. */
  double javaSeconds() {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(0.0);
  }

  /** Processor seconds of its embedded database so far. */
  double databaseSeconds() throws Exception {
    return postgres()
        .mapToDouble(p -> p.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(0.0))
        .sum();
  }

  /** As kill -9 does: no word of farewell. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  /** The same for all processes of its embedded database. */
  void killDatabase() throws Exception {
    var all = postgres().toList();
    if (all.isEmpty()) throw new IllegalStateException("Its database runs no more");
    all.forEach(ProcessHandle::destroyForcibly);
    for (var one : all) one.onExit().get(10, TimeUnit.SECONDS);
  }

  private Stream<ProcessHandle> postgres() throws Exception {
    return ProcessHandle.of(Long.parseLong(postmaster(0))).stream()
        .flatMap(p -> Stream.concat(Stream.of(p), p.children()));
  }

  private String postmaster(int line) throws Exception {
    return Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(line).trim();
  }

  void stop() throws Exception {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) kill();
  }
}
