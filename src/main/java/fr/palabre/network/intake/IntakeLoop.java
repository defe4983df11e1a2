package fr.palabre.network.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the intake going: whatever is due is polled, whatever waits is understood. */
@Component
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class IntakeLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IntakeLoop.class);
  private static final int AT_ONCE = 6;
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TICKS_PER_SWEEP = 15;
  private final Polling polling;
  private final Understanding understanding;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicReference<@Nullable Turning> turning = new AtomicReference<>();

  IntakeLoop(Polling polling, Understanding understanding) {
    this.polling = polling;
    this.understanding = understanding;
  }

  @Override
  public void start() {
    var end = new CountDownLatch(1);
    var thread = Thread.ofVirtual().name("intake").unstarted(() -> run(end));
    if (turning.compareAndSet(null, new Turning(thread, end))) thread.start();
  }

  /** Lets what is under way come to its end: what was told is then stored. Interrupts nothing. */
  @Override
  public void stop() {
    var running = turning.getAndSet(null);
    if (running == null) return;
    running.end.countDown();
    try {
      running.thread.join(PATIENCE);
      if (free.tryAcquire(AT_ONCE, PATIENCE.toSeconds(), TimeUnit.SECONDS)) free.release(AT_ONCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return turning.get() != null;
  }

  private void run(CountDownLatch end) {
    try {
      long tick = 0;
      do turn(tick++);
      while (!end.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(long tick) {
    try {
      // What a crash left stored and not understood is taken up at the first turn.
      if (tick % TICKS_PER_SWEEP == 0) understanding.all();
      pollWhatIsDue();
    } catch (RuntimeException e) {
      log.error("The intake missed a turn", e);
    }
  }

  private void pollWhatIsDue() {
    var places = free.drainPermits();
    if (places == 0) return;
    var taken = 0;
    try {
      for (var lease : polling.due(places)) {
        Thread.ofVirtual().name("poll").start(() -> poll(lease));
        taken++;
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void poll(Lease lease) {
    try {
      polling.poll(lease);
      understanding.of(lease.workspace(), lease.account());
    } catch (RuntimeException e) {
      log.error("Intake of account {} failed", lease.account(), e);
    } finally {
      free.release();
    }
  }

  private record Turning(Thread thread, CountDownLatch end) {}
}
