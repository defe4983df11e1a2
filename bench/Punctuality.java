import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How late posts reach the networks: the product's own artefact, a database that is durable, ten
 * stand-in networks in this process. Lateness is the arrival at the network minus the hour planned.
 */
public class Punctuality {
  static final int POSTS = 10_000;
  static final int ACCOUNTS = 500;
  static Path root;
  static Path data;
  static int port;

  public static void main(String[] args) throws Exception {
    root = Path.of(args[0]);
    data = Path.of(args[1]).resolve("punctuality");
    port = Integer.parseInt(System.getenv().getOrDefault("PALABRE_BENCH_PORT", "8394"));
    new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
    Files.createDirectories(data);
    var judge = new Judge();
    try (var networks = new StandInNetworks(judge)) {
      switch (args.length > 2 ? args[2] : "burst") {
        case "burst" -> burst(networks, judge, args.length > 3 ? Integer.parseInt(args[3]) : 4);
        case "slow" -> slow(networks, judge);
        case "lone" -> lone(networks, judge);
        case "two" -> two(networks, judge);
        case "restart" -> restart(networks, judge);
        case "kills" -> kills(networks, judge, args.length > 3 ? Integer.parseInt(args[3]) : 15);
        case String other -> throw new IllegalArgumentException("No scenario " + other);
      }
    }
    System.exit(0);
  }

  /**
   * All in the same instant; several times, since a house is seldom five minutes old: Java's second
   * compiler is done with most of its work by the fourth.
   */
  static void burst(StandInNetworks networks, Judge judge, int bursts) throws Exception {
    var house = House.start(root, data, port, Map.of());
    try (var owner = house.owner()) {
      var posts = new Posts(owner);
      posts.connect(networks, judge, ACCOUNTS);
      var last = "";
      for (int i = 1; i <= bursts; i++) {
        var seen = burst(house, owner, posts, judge);
        System.out.println((i == 1 ? "first burst after the start: " : "burst " + i + ": ") + seen);
        last = String.format(Locale.ROOT, "posts=%d p50_ms=%.0f p99_ms=%.0f max_ms=%.0f rss_mb=%d",
            seen.posts() - seen.lost(), seen.at(0.5), seen.at(0.99), seen.max(), house.peakMemory());
      }
      System.out.println(last);
    } finally {
      house.stop();
    }
  }

  static Judge.Verdict burst(House house, Connection owner, Posts posts, Judge judge)
      throws Exception {
    var due = Instant.now().plusSeconds(16).truncatedTo(ChronoUnit.SECONDS);
    var numbers = posts.plan(POSTS, due);
    posts.analyze();
    late(due.minusSeconds(2));
    double before = house.javaSeconds();
    double base = house.databaseSeconds();
    double ours = cpu(ProcessHandle.current());
    Thread.sleep(Duration.between(Instant.now(), due));
    judge.await(numbers.getFirst(), numbers.getLast() + 1, Duration.ofMinutes(2));
    double sent = house.javaSeconds() - before;
    double stored = house.databaseSeconds() - base;
    double stood = cpu(ProcessHandle.current()) - ours;
    var told = told(owner, due);
    System.out.printf(Locale.ROOT, "processor until the last post: Java %.1f s, PostgreSQL %.1f s, "
        + "stand-in and judge %.1f s; all known to the other rooms %.1f s after the hour%n", sent,
        stored, stood, told);
    return judge.of(numbers, due);
  }

  private static double cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(0.0);
  }

  private static void late(Instant latest) {
    if (Instant.now().isAfter(latest))
      throw new IllegalStateException("The machine is too slow to plan in time; run it again");
  }

  /** When all is journaled and told, in seconds after the hour. */
  static double told(Connection owner, Instant due) throws Exception {
    for (int i = 0; i < 1200; i++) {
      // Asked of the indexes: what the bench asks must not be what keeps the database busy.
      if (count(owner, """
          select count(*) where exists (select from delivery_delivery where tell_at is not null)
              or exists (select from delivery_delivery
                          where next_at <= now() and standing = 'SUBMITTING')
          """) == 0) break;
      Thread.sleep(200);
    }
    return Duration.between(due, Instant.now()).toMillis() / 1000.0;
  }

  /** Answers of one second, one call in ten told to wait two: against one call at a time an account. */
  static void slow(StandInNetworks networks, Judge judge) throws Exception {
    int accounts = 200;
    int perAccount = POSTS / accounts;
    int each = 10;
    int wait = 2;
    var house = House.start(root, data, port, Map.of());
    try (var owner = house.owner()) {
      var posts = new Posts(owner);
      posts.connect(networks, judge, accounts);
      networks.answers(new StandInNetworks.Manner(1000, each, wait, true));
      var due = Instant.now().plusSeconds(16).truncatedTo(ChronoUnit.SECONDS);
      var numbers = posts.plan(POSTS, due, accounts);
      posts.analyze();
      late(due.minusSeconds(2));
      judge.await(numbers.getFirst(), numbers.getLast() + 1, Duration.ofMinutes(8));
      // The longest lane: each call answers after a second, and each call in ten is made again.
      int throttled = (perAccount - 1) / (each - 1);
      double ideal = perAccount + throttled * (1.0 + wait) - 1.0;
      var seen = judge.of(numbers, due);
      System.out.printf(Locale.ROOT, "%s%nscenario=slow posts=%d accounts=%d throttled=%d "
          + "ideal_s=%.1f done_s=%.1f ratio=%.3f rss_mb=%d%n", seen, seen.posts() - seen.lost(),
          accounts, judge.throttled(), ideal, seen.max() / 1000, seen.max() / 1000 / ideal,
          house.peakMemory());
    } finally {
      house.stop();
    }
  }

  /** One post at a time, on a house that does nothing else; each waits for the disk twice. */
  static void lone(StandInNetworks networks, Judge judge) throws Exception {
    int wanted = 150;
    var house = House.start(root, data, port, Map.of());
    try (var owner = house.owner();
        var file = new RandomAccessFile(data.resolve("flush").toFile(), "rw")) {
      var posts = new Posts(owner);
      posts.connect(networks, judge, 50);
      var late = new ArrayList<Double>();
      var flushes = new ArrayList<Double>();
      for (int i = 0; i < wanted; i++) {
        // Not on the round second, where other things may wake.
        var due = Instant.now().plusMillis(600 + (i * 37) % 400).truncatedTo(ChronoUnit.MILLIS);
        var number = posts.plan(1, due, 1 + i % 50);
        if (!judge.await(number.getFirst(), number.getFirst() + 1, Duration.ofSeconds(30)))
          throw new IllegalStateException("A lone post did not come");
        late.add(Duration.between(due, judge.first(number.getFirst())).toNanos() / 1e6);
        flushes.add(flush(file));
        Thread.sleep(200);
      }
      var sorted = late.stream().sorted().toList();
      var disk = flushes.stream().sorted().toList();
      System.out.printf(Locale.ROOT, "one flush of the disk meanwhile: p50_ms=%.1f p99_ms=%.1f "
          + "max_ms=%.1f%n", disk.get(wanted / 2), disk.get(wanted * 99 / 100 - 1), disk.getLast());
      System.out.printf(Locale.ROOT,
          "scenario=lone posts=%d p50_ms=%.1f p99_ms=%.1f max_ms=%.1f first_ms=%.1f rss_mb=%d%n",
          wanted, sorted.get(wanted / 2), sorted.get(wanted * 99 / 100 - 1), sorted.getLast(),
          late.getFirst(), house.peakMemory());
    } finally {
      house.stop();
    }
  }

  /** What a commit waits for at least, in milliseconds. */
  private static double flush(RandomAccessFile file) throws IOException {
    long before = System.nanoTime();
    file.seek(0);
    file.write(new byte[8192]);
    file.getFD().sync();
    return (System.nanoTime() - before) / 1e6;
  }

  /** Two nodes, one killed once half is out. */
  static void two(StandInNetworks networks, Judge judge) throws Exception {
    try (var postgres = database()) {
      var base = Map.of("PALABRE_DATABASE_URL", "postgresql://postgres:postgres@localhost:"
          + postgres.getPort() + "/postgres");
      var first = House.start(root, data.resolve("one"), port, base);
      House second = null;
      try (var owner = DriverManager.getConnection(
          postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")) {
        var posts = new Posts(owner);
        posts.connect(networks, judge, ACCOUNTS);
        var known = newNode(owner, null);
        second = House.start(root, data.resolve("two"), port + 1, base);
        two(owner, posts, judge, new Node(second, newNode(owner, known)));
      } finally {
        first.stop();
        if (second != null) second.kill();
      }
    }
  }

  /** @param id as which it takes accounts */
  private record Node(House house, UUID id) {}

  private static void two(Connection owner, Posts posts, Judge judge, Node second)
      throws Exception {
    // As in the burst: not the first work of these processes, of which each does half.
    for (int i = 1; i <= 4; i++) {
      var warm = Instant.now().plusSeconds(16).truncatedTo(ChronoUnit.SECONDS);
      var before = posts.plan(POSTS, warm);
      posts.analyze();
      late(warm.minusSeconds(2));
      Thread.sleep(Duration.between(Instant.now(), warm));
      int its = held(owner, second.id).size();
      judge.await(before.getFirst(), before.getLast() + 1, Duration.ofMinutes(2));
      told(owner, warm);
      System.out.printf("both nodes, burst %d, %d accounts with the second: %s%n", i, its,
          judge.of(before, warm));
    }
    var due = Instant.now().plusSeconds(16).truncatedTo(ChronoUnit.SECONDS);
    var numbers = posts.plan(POSTS, due);
    posts.analyze();
    late(due.minusSeconds(2));
    int from = numbers.getFirst();
    while (judge.seen(from, from + POSTS) < POSTS / 2) Thread.sleep(5);
    second.house.kill();
    var killed = Instant.now();
    var orphans = held(owner, second.id);
    boolean all = judge.await(from, from + POSTS, Duration.ofMinutes(4));
    var its = new ArrayList<Integer>();
    var others = new ArrayList<Integer>();
    for (int n : numbers)
      (orphans.contains(posts.account(n, from, ACCOUNTS)) ? its : others).add(n);
    var survivor = judge.of(others, due);
    var orphaned = judge.of(its, killed);
    System.out.println("all posts: " + judge.of(numbers, due));
    System.out.printf(Locale.ROOT, "the dead node's accounts, from the kill on: %d posts, taken over "
        + "after %.1f s, half of the accounts through after %.1f s, last post after %.1f s, all out "
        + "%b%n", its.size(), after(orphaned), median(judge, posts, its, from, killed),
        orphaned.max() / 1000, all);
    System.out.printf(Locale.ROOT, "scenario=two posts=%d survivors=%d p50_ms=%.0f p99_ms=%.0f "
        + "max_ms=%.0f takeover_last_s=%.1f doubled=%d lost=%d overtaken=%d%n", POSTS,
        others.size(), survivor.at(0.5), survivor.at(0.99), survivor.max(), orphaned.max() / 1000,
        survivor.doubled() + orphaned.doubled(), survivor.lost() + orphaned.lost(),
        survivor.disordered());
  }

  /** The first arrival after the kill. */
  private static double after(Judge.Verdict orphaned) {
    for (double late : orphaned.late()) if (late > 1000) return late / 1000;
    return Double.NaN;
  }

  private static double median(Judge judge, Posts posts, List<Integer> its, int from,
      Instant killed) {
    var last = new HashMap<UUID, Double>();
    for (int n : its)
      if (judge.seen(n, n + 1) == 1)
        last.merge(posts.account(n, from, ACCOUNTS),
            Duration.between(killed, judge.first(n)).toMillis() / 1000.0, Math::max);
    var sorted = last.values().stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  /** The one that said that it lives, and that is not that one. */
  private static UUID newNode(Connection owner, UUID known) throws Exception {
    for (int i = 0; i < 200; i++) {
      for (var id : ids(owner, "select id from delivery_engine")) if (!id.equals(known)) return id;
      Thread.sleep(50);
    }
    throw new IllegalStateException("A node never said that it lives");
  }

  /** Which accounts a node holds at this moment. */
  private static Set<UUID> held(Connection owner, UUID node) throws Exception {
    return ids(owner,
        "select account_id from delivery_lane where engine_id = '%s'".formatted(node));
  }

  private static Set<UUID> ids(Connection owner, String sql) throws Exception {
    var ids = new HashSet<UUID>();
    try (var rows = owner.createStatement().executeQuery(sql)) {
      while (rows.next()) ids.add(rows.getObject(1, UUID.class));
    }
    return ids;
  }

  /** One node, killed half-way, and started again. */
  static void restart(StandInNetworks networks, Judge judge) throws Exception {
    var house = House.start(root, data, port, Map.of());
    try (var owner = house.owner()) {
      var posts = new Posts(owner);
      posts.connect(networks, judge, ACCOUNTS);
      var due = Instant.now().plusSeconds(16).truncatedTo(ChronoUnit.SECONDS);
      var numbers = posts.plan(POSTS, due);
      posts.analyze();
      late(due.minusSeconds(2));
      int from = numbers.getFirst();
      while (judge.seen(from, from + POSTS) < POSTS / 2) Thread.sleep(5);
      house.kill();
      var killed = Instant.now();
      Thread.sleep(500);
      int before = judge.seen(from, from + POSTS);
      var started = Instant.now();
      house = House.start(root, data, port, Map.of());
      var answering = Instant.now();
      judge.await(from, from + POSTS, Duration.ofMinutes(5));
      var resumed = judge.firstAfter(started);
      var seen = judge.of(numbers, killed);
      System.out.println("all posts, from the kill on: " + seen);
      System.out.printf(Locale.ROOT, "scenario=restart posts=%d before_kill=%d answering_s=%.1f "
          + "resumed_s=%.1f most_s=%.1f last_s=%.1f doubled=%d lost=%d overtaken=%d%n", POSTS,
          before, seconds(started, answering), seconds(started, resumed),
          seen.at(0.95) / 1000 - seconds(killed, started), seen.max() / 1000
          - seconds(killed, started), seen.doubled(), seen.lost(), seen.disordered());
    } finally {
      house.stop();
    }
  }

  /**
   * One node, killed again and again while 10,000 posts are due, every third time with its database;
   * on networks that answer after a while and recognise nothing that is sent again.
   */
  static void kills(StandInNetworks networks, Judge judge, int kills) throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    System.out.println("seed " + seed + ", for when it is killed");
    var house = House.start(root, data, port, Map.of());
    int waves = POSTS / ACCOUNTS;
    Instant due;
    try (var owner = house.owner()) {
      var posts = new Posts(owner);
      posts.connect(networks, judge, ACCOUNTS);
      networks.answers(new StandInNetworks.Manner(150, 0, 0, false));
      due = Instant.now().plusSeconds(25).truncatedTo(ChronoUnit.SECONDS);
      for (int wave = 0; wave < waves; wave++) posts.plan(ACCOUNTS, due.plusSeconds(4L * wave));
      posts.analyze();
    }
    late(due.minusSeconds(2));
    Thread.sleep(Duration.between(Instant.now(), due));
    for (int kill = 1; kill <= kills; kill++) {
      Thread.sleep(random.nextInt(200, 5000));
      house.kill();
      if (kill % 3 == 0) house.killDatabase();
      house = House.start(root, data, port, Map.of());
    }
    var last = Instant.now();
    judge.await(0, POSTS, Duration.ofMinutes(6));
    var seen = judge.of(IntStream.range(0, POSTS).boxed().toList(), due);
    try (var owner = house.owner()) {
      told(owner, last);
      System.out.printf(Locale.ROOT, "scenario=kills posts=%d kills=%d of_database_too=%d doubled=%d "
          + "lost=%d overtaken=%d journaled_out=%d last_s_after_kills=%.1f%n", POSTS, kills,
          kills / 3, seen.doubled(), seen.lost(), seen.disordered(), count(owner, """
              select count(*) from delivery_delivery where standing in ('ACCEPTED', 'CONFIRMED')
              """), (seen.max() - Duration.between(due, last).toMillis()) / 1000);
    } finally {
      house.stop();
    }
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** A server apart from both nodes, durable, with the settings of the embedded one. */
  private static EmbeddedPostgres database() throws Exception {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(data.resolve("postgres").toFile())
        .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8")
        .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on").setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "64MB").setServerConfig("wal_compression", "on")
        .setServerConfig("random_page_cost", "1.1")
        .start();
  }

  static long count(Connection owner, String sql) throws Exception {
    try (var row = owner.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
