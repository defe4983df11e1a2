package fr.palabre.network.intake;

import java.time.Duration;
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
  private static final int TICKS_PER_SWEEP = 15;
  private final Polling polling;
  private final Understanding understanding;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicReference<@Nullable Thread> loop = new AtomicReference<>();

  IntakeLoop(Polling polling, Understanding understanding) {
    this.polling = polling;
    this.understanding = understanding;
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("intake").unstarted(this::run);
    if (loop.compareAndSet(null, thread)) thread.start();
  }

  /** Waits for the polls under way: what they were told is then stored. */
  @Override
  public void stop() {
    var running = loop.getAndSet(null);
    if (running == null) return;
    running.interrupt();
    try {
      if (free.tryAcquire(AT_ONCE, 10, TimeUnit.SECONDS)) free.release(AT_ONCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return loop.get() != null;
  }

  private void run() {
    for (long tick = 0; loop.get() == Thread.currentThread(); tick++) {
      try {
        // What a crash left stored and not understood is taken up at the first turn.
        if (tick % TICKS_PER_SWEEP == 0) understanding.all();
        pollWhatIsDue();
      } catch (RuntimeException e) {
        log.error("The intake missed a turn", e);
      }
      if (!pause()) return;
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

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
