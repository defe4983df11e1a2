package fr.palabre.delivery.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.palabre.delivery.engine.Spoilt;
import fr.palabre.delivery.simulation.Ledger.Wrong;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/**
 * Plays many histories, several at a time, each on its own. {@code bin/bench engine N} runs it;
 * {@code --seed S} plays one again.
 */
final class Histories {
  /** A history that went wrong. */
  record Failure(long seed, List<Ledger.Violation> violations) {}

  private interface Opening {
    World world() throws SQLException;
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private final int many;
  private final long first;
  private final Spoilt spoilt;
  private final boolean untilCaught;
  private final Opening opening;
  private final Map<String, Integer> kills = new TreeMap<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger played = new AtomicInteger();
  private final long began = System.nanoTime();
  private final AtomicLong nextSaid = new AtomicLong();
  private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
  private final List<Failure> failures = new ArrayList<>();

  private Histories(int many, long first, Spoilt spoilt, boolean untilCaught) {
    this(many, first, spoilt, untilCaught, World::open);
  }

  private Histories(int many, long first, Spoilt spoilt, boolean untilCaught, Opening opening) {
    this.opening = opening;
    this.many = many;
    this.first = first;
    this.spoilt = spoilt;
    this.untilCaught = untilCaught;
  }

  static Histories of(int many, long first, int workers) {
    return new Histories(many, first, Spoilt.NOT, false).play(workers);
  }

  /** As many as it takes to find the mistake out. */
  static Histories spoilt(Spoilt how, int most, long first) {
    return new Histories(most, first, how, true).play(1);
  }

  /** On a database that is durable, of their own, and killed now and then. */
  static Histories withDatabaseKilled(int many, long first, Path data) {
    return new Histories(many, first, Spoilt.NOT, false, () -> World.durable(data)).play(1);
  }

  int kills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  int played() {
    return played.get();
  }

  List<Failure> failures() {
    return failures;
  }

  Map<Fault, Integer> met() {
    return met;
  }

  long count(Wrong wrong) {
    return failures.stream()
        .filter(f -> f.violations.stream().anyMatch(v -> v.wrong() == wrong)).count();
  }

  private Histories play(int workers) {
    // Thousands of failures are told that are none.
    var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var before = log.getLevel();
    var ours = (Logger) LoggerFactory.getLogger("fr.palabre");
    log.setLevel(Level.OFF);
    ours.setLevel(Level.OFF);
    try {
      return together(workers);
    } finally {
      log.setLevel(before);
      ours.setLevel(null);
    }
  }

  private Histories together(int workers) {
    var all = new ArrayList<Future<?>>();
    try (var pool = Executors.newFixedThreadPool(workers)) {
      for (int i = 0; i < workers; i++) all.add(pool.submit(this::work));
    }
    for (var one : all) await(one);
    return this;
  }

  private static void await(Future<?> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Void work() throws SQLException {
    try (var world = opening.world()) {
      while (true) {
        var number = taken.getAndIncrement();
        if (number >= many || untilCaught && !failures.isEmpty()) return null;
        count(new History(seed(number), world, spoilt).play());
      }
    }
  }

  private long seed(int number) {
    return first + number * GOLDEN;
  }

  private synchronized void count(History history) {
    history.met.forEach((fault, times) -> met.merge(fault, times, Integer::sum));
    if (history.kills != null)
      history.kills.met.forEach((kill, times) -> kills.merge(kill, times, Integer::sum));
    if (!history.ledger.violations.isEmpty()) {
      var failure = new Failure(history.seed, history.ledger.violations);
      failures.add(failure);
      if (!untilCaught) say(failure);
    }
    var now = played.incrementAndGet();
    var time = System.nanoTime() / 10_000_000_000L;
    if (!untilCaught && nextSaid.getAndSet(time) != time) sayPace(now);
  }

  private void sayPace(int now) {
    var seconds = Math.max(1, (System.nanoTime() - began) / 1_000_000_000L);
    var java = Runtime.getRuntime();
    System.out.printf("%,d of %,d histories, %.1f a second, %d MB%n", now, many,
        (double) now / seconds, (java.totalMemory() - java.freeMemory()) >> 20);
  }

  private static void say(Failure failure) {
    System.out.println("seed " + failure.seed + " went wrong:");
    failure.violations.forEach(v -> System.out.println("  " + v.wrong() + " " + v.what()));
  }

  // The rarest last, next to the result.
  private void table() {
    Arrays.stream(Fault.values())
        .sorted(Comparator.comparing((Fault f) -> met.getOrDefault(f, 0)).reversed())
        .forEach(f -> System.out.printf("%-40s %,12d%n",
            f.name().toLowerCase(Locale.ROOT).replace('_', ' '), met.getOrDefault(f, 0)));
  }

  private int rarest() {
    return Arrays.stream(Fault.values()).map(f -> met.getOrDefault(f, 0))
        .min(Comparator.naturalOrder()).orElseThrow();
  }

  private void killed() {
    kills.forEach((kill, times) -> System.out.printf("%-40s %,12d%n",
        kill.toLowerCase(Locale.ROOT).replace('_', ' '), times));
  }

  private void result(String further) {
    System.out.printf("histories=%d doubled=%d lost=%d disordered=%d forbidden=%d %s%n", played(),
        count(Wrong.DOUBLED), count(Wrong.LOST), count(Wrong.DISORDERED), count(Wrong.FORBIDDEN),
        further);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  public static void main(String[] arguments) {
    var all = new ArrayDeque<>(List.of(arguments));
    var killing = all.removeFirstOccurrence("kills");
    var seed = all.removeFirstOccurrence("--seed");
    var many = seed ? 1 : Integer.parseInt(all.pop());
    var from = all.isEmpty() ? System.currentTimeMillis() : Long.parseLong(all.pop());
    if (killing) {
      var data = Path.of("target/bench/kills-" + ProcessHandle.current().pid());
      var played = withDatabaseKilled(many, from, data);
      played.killed();
      played.result("database_kills=" + played.kills());
      return;
    }
    var played = of(many, from, seed ? 1 : Runtime.getRuntime().availableProcessors());
    played.table();
    played.result("rarest_fault=" + played.rarest());
  }
}
