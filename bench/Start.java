import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Time from the process's start to its first sign-in page, the product and the anchor in turns, on
 * the same external PostgreSQL, with the same options and a cache made the same way. Then the
 * resident memory of the idle product, and the embedded database apart.
 */
public class Start {
  static final int RUNS = 7;
  static Path root;
  static Path work;
  static String java;

  public static void main(String[] args) throws Exception {
    root = Path.of(args[0]);
    work = Path.of(args[1]);
    java = System.getProperty("java.home") + "/bin/java";
    var flags = flags();
    try (var postgres = EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(work.resolve("postgres").toFile())
        .setLocaleConfig("locale", "C.UTF-8").start()) {
      for (var name : List.of("product", "anchor"))
        try (var c = postgres.getPostgresDatabase().getConnection()) {
          c.createStatement().execute("create database " + name);
        }
      var plain = flags.stream().filter(f -> !f.startsWith("-Dspring.aot")).toList();
      var anchor = extract("anchor");
      train(anchor, plain, postgres);
      var processed = extract("anchor-processed");
      train(processed, flags, postgres);
      var product = root.resolve("target/app/palabre.jar");
      var mine = new ArrayList<Long>();
      var theirs = new ArrayList<Long>();
      var processedTheirs = new ArrayList<Long>();
      for (int run = 0; run < RUNS; run++) {
        theirs.add(start(anchorCommand(anchor, plain, postgres), Map.of(), 8391, 0));
        processedTheirs.add(start(anchorCommand(processed, flags, postgres), Map.of(), 8391, 0));
        mine.add(start(productCommand(product, flags), product(postgres), 8392, 0));
      }
      print("minimal application, ms to first sign-in page", theirs);
      print("minimal application, its beans found out when building, ms", processedTheirs);
      print("Palabre, external database, ms", mine);
      ratio("minimal application", mine, theirs);
      ratio("minimal application, beans found out when building", mine, processedTheirs);
      start(productCommand(product, flags), product(postgres), 8392, 60);
      var embedded = new ArrayList<Long>();
      for (int run = 0; run < 3; run++)
        embedded.add(start(productCommand(product, flags),
            Map.of("PALABRE_DATA", work.resolve("embedded").toString(), "PALABRE_PORT", "8392"),
            8392, 0));
      print("Palabre, embedded database, ms (first run makes the database)", embedded);
    }
  }

  static List<String> flags() throws Exception {
    var p = new ProcessBuilder("bash", "-c", ". bin/lib.sh; java_flags")
        .directory(root.toFile()).start();
    return new String(p.getInputStream().readAllBytes()).lines().toList();
  }

  static Path extract(String name) throws Exception {
    var jar = work.resolve(name).resolve(name + ".jar");
    var to = work.resolve(name + "-app");
    new ProcessBuilder("rm", "-rf", to.toString()).start().waitFor();
    run(List.of(java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
        to.toString()));
    return to.resolve(name + ".jar");
  }

  static void train(Path jar, List<String> flags, EmbeddedPostgres postgres) throws Exception {
    var command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:AOTCacheOutput=" + jar.resolveSibling("anchor.aot"));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(anchorOptions(postgres));
    var process = quiet(command, Map.of());
    waitFor(8391);
    for (int i = 0; i < 20; i++) answers(8391);
    process.destroy();
    process.waitFor();
  }

  static List<String> anchorOptions(EmbeddedPostgres postgres) {
    return List.of("--server.port=8391", "--spring.datasource.username=postgres",
        "--spring.datasource.password=postgres", "--logging.threshold.console=WARN",
        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "anchor"));
  }

  static List<String> anchorCommand(Path jar, List<String> flags, EmbeddedPostgres postgres) {
    var command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(List.of("-XX:AOTCache=" + jar.resolveSibling("anchor.aot"), "-jar",
        jar.toString()));
    command.addAll(anchorOptions(postgres));
    return command;
  }

  static List<String> productCommand(Path jar, List<String> flags) {
    var command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(List.of("-XX:AOTCache=" + jar.resolveSibling("palabre.aot"), "-jar",
        jar.toString(), "start"));
    return command;
  }

  static Map<String, String> product(EmbeddedPostgres postgres) {
    return Map.of("PALABRE_DATA", work.resolve("start-data").toString(), "PALABRE_PORT", "8392",
        "PALABRE_DATABASE_URL", postgres.getJdbcUrl("postgres", "product"),
        "PALABRE_DATABASE_USER", "postgres", "PALABRE_DATABASE_PASSWORD", "postgres");
  }

  /** Milliseconds to the first 200; then, after some seconds of rest, prints the memory. */
  static long start(List<String> command, Map<String, String> environment, int port, int rest)
      throws Exception {
    long begun = System.nanoTime();
    var process = quiet(command, environment);
    waitFor(port);
    long ms = (System.nanoTime() - begun) / 1_000_000;
    if (rest > 0) {
      Thread.sleep(rest * 1000L);
      System.out.println("Palabre idle " + rest + " s after start: " + memory(process.pid())
          + "  (aim <= 250 MB resident)");
    }
    process.destroy();
    process.waitFor();
    return ms;
  }

  static String memory(long pid) throws Exception {
    return String.join("  ", Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS") || l.startsWith("RssAnon") || l.startsWith("RssFile"))
        .map(l -> l.replaceAll("\\s+", " ")).toList());
  }

  static Process quiet(List<String> command, Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(work.toFile(), "start.log")));
    builder.environment().putAll(environment);
    return builder.start();
  }

  static void run(List<String> command) throws Exception {
    if (quiet(command, Map.of()).waitFor() != 0) throw new IllegalStateException("" + command);
  }

  static void waitFor(int port) throws Exception {
    for (int i = 0; i < 6000; i++) {
      if (answers(port)) return;
      Thread.sleep(5);
    }
    throw new IllegalStateException("nothing answers on " + port + "; see start.log");
  }

  static boolean answers(int port) {
    try {
      var page = (HttpURLConnection)
          URI.create("http://127.0.0.1:" + port + "/connexion").toURL().openConnection();
      page.setInstanceFollowRedirects(true);
      return page.getResponseCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }

  static void ratio(String to, List<Long> mine, List<Long> theirs) {
    System.out.printf("ratio to the %s: of best %.2f, of medians %.2f   (aim <= 1.5)%n", to,
        best(mine) / (double) best(theirs), median(mine) / (double) median(theirs));
  }

  static void print(String what, List<Long> values) {
    System.out.printf("%s: best %d, median %d, all %s%n", what, best(values), median(values),
        values);
  }

  static long best(List<Long> values) {
    return values.stream().mapToLong(v -> v).min().orElseThrow();
  }

  static long median(List<Long> values) {
    var sorted = values.stream().mapToLong(v -> v).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
