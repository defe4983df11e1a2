package fr.palabre.platform.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Many threads each have one thing to commit, or to read: those that ask while a transaction is under
 * way share the next one. One alone does not wait. What is asked for runs on any of their threads, so
 * it opens a transaction of its own and is never asked for inside another.
 */
public final class GroupCommit<K, V> {
  private static final int MOST = 200;
  private final Function<List<K>, Map<K, V>> commit;
  private final Queue<Waiting<K, V>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock committing = new ReentrantLock();
  private final AtomicInteger asking = new AtomicInteger();

  /**
   * @param commit commits all, and gives the result of each that has one
   */
  public GroupCommit(Function<List<K>, Map<K, V>> commit) {
    this.commit = commit;
  }

  /** Returns once committed; null if the commit had no result for it. */
  public @Nullable V of(K key) {
    var mine = new Waiting<K, V>(key, new CompletableFuture<>());
    asking.incrementAndGet();
    try {
      queue.add(mine);
      serve(mine.done);
      return mine.done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      asking.decrementAndGet();
    }
  }

  /** How many wait for their commit just now. */
  public int asking() {
    return asking.get();
  }

  // Whoever finds nobody committing commits for all; once its own is done, another takes over.
  private void serve(CompletableFuture<@Nullable V> mine) {
    while (!queue.isEmpty() && committing.tryLock()) {
      try {
        next();
      } finally {
        committing.unlock();
      }
      if (mine.isDone() && !queue.isEmpty()) {
        Thread.startVirtualThread(() -> serve(new CompletableFuture<>()));
        return;
      }
    }
  }

  private void next() {
    var batch = new ArrayList<Waiting<K, V>>();
    for (var w = queue.poll(); w != null; w = batch.size() < MOST ? queue.poll() : null)
      batch.add(w);
    if (batch.isEmpty()) return;
    try {
      complete(batch);
    } catch (DataAccessException e) {
      // One that the database refuses must not take the others with it.
      if (batch.size() == 1) batch.getFirst().done.completeExceptionally(e);
      else batch.forEach(this::alone);
    } catch (Throwable e) {
      batch.forEach(w -> w.done.completeExceptionally(e));
    }
  }

  private void alone(Waiting<K, V> one) {
    try {
      complete(List.of(one));
    } catch (RuntimeException e) {
      one.done.completeExceptionally(e);
    }
  }

  private void complete(List<Waiting<K, V>> batch) {
    var results = commit.apply(batch.stream().map(Waiting::key).toList());
    batch.forEach(w -> w.done.complete(results.get(w.key)));
  }

  private record Waiting<K, V>(K key, CompletableFuture<@Nullable V> done) {}
}
