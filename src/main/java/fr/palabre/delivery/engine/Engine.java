package fr.palabre.delivery.engine;

import fr.palabre.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One sender among however many share the database. It takes lanes in batches, gives each to a
 * virtual thread, and says that it lives; when it no longer does, the others take what it held.
 */
@Component
class Engine {
  static final Duration LEASE = Duration.ofSeconds(8);
  /** How long before their hour lanes are taken: at the hour nothing is left but to begin. */
  static final Duration AHEAD = Duration.ofSeconds(1);
  /** How long it sleeps at most: what a node that died knew of is found by then. */
  static final Duration LOOK_ROUND = Duration.ofSeconds(10);
  static final int BATCH = 128;
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration BEAT = Duration.ofMillis(2500);
  private static final Duration MARGIN = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private final UUID id = Ids.next();
  private final Set<Lane> held = ConcurrentHashMap.newKeySet();
  private final Set<Lane> owed = ConcurrentHashMap.newKeySet();
  private final Lanes lanes;
  private final Drain drain;
  private final Teller teller;
  private final Clock clock;
  private final ReentrantLock pulse = new ReentrantLock();
  private final Condition taken = pulse.newCondition();
  private volatile Instant aliveUntil = Instant.EPOCH;
  // Whether the last taking may have succeeded unheard.
  private volatile boolean unsure;

  Engine(Lanes lanes, Drain drain, Teller teller, Clock clock) {
    this.lanes = lanes;
    this.drain = drain;
    this.teller = teller;
    this.clock = clock;
  }

  /** Sees through all that is due now, and returns. */
  void runDue() {
    beat();
    for (var taken = takeDue(); !taken.isEmpty(); taken = takeDue()) {
      try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var lane : taken) workers.execute(() -> see(lane, Duration.ZERO));
      }
    }
    teller.tellAll();
  }

  /** Says that it lives, and gives back what it could not give back before. */
  void beat() {
    var now = clock.instant();
    var until = now.plus(LEASE);
    if (wasAway(now)) spread(now);
    // Others may have taken, meanwhile, whatever it held: living again gives nothing of it back.
    if (!now.isBefore(aliveUntil)) held.clear();
    lanes.alive(id, until);
    aliveUntil = until;
    for (var lane : owed) {
      lanes.release(id, lane, null);
      owed.remove(lane);
    }
  }

  /**
   * The database is this process's own and was started with it: whoever else holds lanes in it is
   * dead, however lately it said that it lives.
   */
  void alone() {
    beat();
    lanes.forgetOthers(id);
  }

  // Since its last beat, or since ever; a clock that was set back tells nothing either.
  private boolean wasAway(Instant now) {
    return aliveUntil.plus(SILENCE).isBefore(now) || aliveUntil.isAfter(now.plus(LEASE));
  }

  // Nobody was there for a while, as far as this engine knows: what waits since must not burst out.
  private void spread(Instant now) {
    var spread = lanes.spread(id, now, now.minus(SILENCE));
    if (spread > 0) log.info("{} posts that nobody was there to send go out a while apart", spread);
  }

  private List<Lane> takeDue() {
    return take(BATCH, clock.instant(), Duration.ZERO);
  }

  /** Takes lanes that have something due then, or a moment later. */
  List<Lane> take(int atMost, Instant now) {
    return take(atMost, now, AHEAD);
  }

  private List<Lane> take(int atMost, Instant now, Duration ahead) {
    if (!clock.instant().isBefore(nextBeat())) beat();
    // What it owes counts as not held: it may have been given back, and taken again, both unheard.
    if (unsure) lanes.disown(id, held.stream().map(l -> l.account().value()).toList());
    unsure = true;
    var lanes = this.lanes.take(id, now, now.plus(ahead), atMost);
    held.addAll(lanes);
    unsure = false;
    if (!lanes.isEmpty()) wake();
    return lanes;
  }

  /** Returns when it must say again that it lives: while it holds nothing, nobody asks. */
  void awaitBeat() throws InterruptedException {
    pulse.lock();
    try {
      while (held.isEmpty() && owed.isEmpty()) taken.await();
      for (var left = untilBeat(); left > 0; left = untilBeat()) taken.awaitNanos(left);
    } finally {
      pulse.unlock();
    }
  }

  private void wake() {
    pulse.lock();
    try {
      taken.signalAll();
    } finally {
      pulse.unlock();
    }
  }

  private Instant nextBeat() {
    return aliveUntil.minus(LEASE).plus(BEAT);
  }

  private long untilBeat() {
    return Duration.between(clock.instant(), nextBeat()).toNanos();
  }

  /**
   * Sees one lane through and gives it back.
   *
   * @return whether something of it comes before the engine would look by itself
   */
  boolean see(Lane lane) {
    return see(lane, AHEAD);
  }

  private boolean see(Lane lane, Duration ahead) {
    @Nullable Duration wait = AFTER_TROUBLE;
    try {
      wait = drain.run(lane, () -> holds(lane), ahead) ? null : MARGIN;
    } catch (RuntimeException e) {
      log.error("Lane {} stopped, again in {}", lane.account(), AFTER_TROUBLE, e);
    } finally {
      giveBack(lane, wait == null ? null : clock.instant().plus(wait));
    }
    return comesSoon(lane);
  }

  /** When it must look again, having taken what there was then; empty if there is nothing to come. */
  Optional<Instant> next(Instant taken) {
    return lanes.next(id, taken, AHEAD);
  }

  int busy() {
    return held.size();
  }

  void leave() {
    lanes.gone(id, clock.instant().minus(Duration.ofDays(1)));
  }

  private boolean holds(Lane lane) {
    return clock.instant().isBefore(aliveUntil.minus(MARGIN)) && held.contains(lane);
  }

  private void giveBack(Lane lane, @Nullable Instant waitUntil) {
    try {
      lanes.release(id, lane, waitUntil);
    } catch (RuntimeException e) {
      log.warn("Lane {} could not be given back yet: {}", lane.account(), e.getMessage());
      owed.add(lane);
      wake();
    } finally {
      held.remove(lane);
    }
  }

  // Asked once the lane is given back: what was handed in before, and what its last act waits for,
  // are seen here; what comes after rings the bell.
  private boolean comesSoon(Lane lane) {
    try {
      return lanes.hasDue(lane, clock.instant().plus(LOOK_ROUND));
    } catch (RuntimeException e) {
      return true;
    }
  }
}
