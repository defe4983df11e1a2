package fr.palabre.delivery.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets threads take turns: whatever happens, happens alone, and in an order that is chosen. */
final class Turns {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(
      work -> Thread.ofPlatform().daemon().name("strand").unstarted(work));
  private final Semaphore director = new Semaphore(0);
  private @Nullable Strand current;

  /** Whose turn it is; null if the director's. */
  @Nullable Strand current() {
    return current;
  }

  void start(Strand strand, Runnable work) {
    THREADS.execute(() -> live(strand, work));
  }

  private void live(Strand strand, Runnable work) {
    strand.turn.acquireUninterruptibly();
    try {
      if (!strand.node.dead) work.run();
    } catch (Killed e) {
      // Nothing of it is left.
    } catch (Throwable e) {
      if (!strand.node.dead) strand.failure = e;
    } finally {
      strand.over = true;
      director.release();
    }
  }

  /** The director gives this strand its turn, and has it back when it pauses or ends. */
  void give(Strand strand) {
    current = strand;
    strand.turn.release();
    director.acquireUninterruptibly();
    current = null;
  }

  /** The strand whose turn it is gives it back, until it has the next. */
  void pause(Strand me) {
    director.release();
    me.turn.acquireUninterruptibly();
    if (me.node.dead) throw new Killed();
  }
}
