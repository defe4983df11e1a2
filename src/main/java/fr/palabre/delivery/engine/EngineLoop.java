package fr.palabre.delivery.engine;

import fr.palabre.platform.PalabreSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the engine running: asleep until a moment before something is due, or until the bell rings. */
@Component
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class EngineLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EngineLoop.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final int MOST_LANES = 512;
  /** Longer than another engine takes to wake and to take a batch. */
  static final Duration LEFT_TO_OTHERS = Duration.ofMillis(100);
  private final Engine engine;
  private final Teller teller;
  private final Bell bell;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private boolean startsOwnDatabase;
  private Instant hour = Instant.EPOCH;
  private volatile ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  EngineLoop(Engine engine, Teller teller, Bell bell, Clock clock, PalabreSettings settings) {
    this.engine = engine;
    this.teller = teller;
    this.bell = bell;
    this.clock = clock;
    this.startsOwnDatabase = settings.embeddedDatabase();
  }

  @Override
  public void start() {
    running = true;
    workers = Executors.newVirtualThreadPerTaskExecutor();
    thread("delivery-beat", () -> {
      engine.awaitBeat();
      engine.beat();
    });
    thread("delivery-bell", bell::listen);
    thread("delivery-engine", this::round);
    thread("delivery-teller", () -> {
      teller.tellAll();
      teller.awaitNews(Engine.LOOK_ROUND);
    });
  }

  private void round() throws InterruptedException {
    if (startsOwnDatabase) engine.alone();
    startsOwnDatabase = false;
    // One instant for both questions: what becomes due between them would be in neither answer.
    var now = clock.instant();
    var free = Math.min(Engine.BATCH, MOST_LANES - engine.busy());
    if (free > 0 && start(engine.take(free, now)) == free) {
      leaveOthersTheirShare();
      return;
    }
    var next = engine.next(now);
    hour = next.map(at -> at.plus(Engine.AHEAD)).orElse(Instant.EPOCH);
    var wait = next.map(at -> Duration.between(clock.instant(), at)).orElse(Engine.LOOK_ROUND);
    bell.await(wait.compareTo(Engine.LOOK_ROUND) < 0 ? wait : Engine.LOOK_ROUND);
  }

  // All engines wake at the same moment before an hour; the first to take is not to take all of it.
  private void leaveOthersTheirShare() throws InterruptedException {
    var left = Duration.between(clock.instant(), hour.minus(LEFT_TO_OTHERS));
    if (left.isPositive()) Thread.sleep(left.compareTo(LEFT_TO_OTHERS) < 0 ? left : LEFT_TO_OTHERS);
  }

  private int start(List<Lane> lanes) {
    for (var lane : lanes)
      workers.execute(() -> {
        if (engine.see(lane) || engine.busy() >= MOST_LANES - Engine.BATCH) bell.ring();
      });
    return lanes.size();
  }

  private void thread(String name, Work work) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
      while (running) once(name, work);
    }));
  }

  private void once(String name, Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    } catch (RuntimeException e) {
      if (!running) return;
      log.error("{} stumbled, goes on", name, e);
      LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
    }
  }

  /** What began is seen through; the rest is left to the others, or to the next start. */
  @Override
  public void stop() {
    running = false;
    workers.shutdown();
    try {
      if (!workers.awaitTermination(20, TimeUnit.SECONDS)) log.warn("Calls are still under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
    threads.clear();
    engine.leave();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private interface Work {
    void run() throws InterruptedException;
  }
}
