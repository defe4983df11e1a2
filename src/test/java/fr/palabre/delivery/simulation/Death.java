package fr.palabre.delivery.simulation;

import fr.palabre.delivery.simulation.PlayedDatabase.Fate;
import fr.palabre.delivery.simulation.PlayedDatabase.Processes;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The database is killed before, while or after something is done, at the end in any case. */
final class Death implements AutoCloseable {
  /** About as long as a commit takes on a disk. */
  private static final int COMMIT_NANOS = 1_500_000;
  private final Processes processes;
  private final Thread killer;

  Death(Processes processes, Fate fate) {
    this.processes = processes;
    this.killer = Thread.ofPlatform().name("killer").unstarted(this::kill);
    if (fate == Fate.SERVER_KILLED_WHILE) killer.start();
  }

  // How far the commit has come by then is left to the machine: no seed can draw it.
  private void kill() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(COMMIT_NANOS));
    processes.kill();
  }

  @Override
  public void close() {
    if (killer.getState() == Thread.State.NEW) processes.kill();
    else join();
  }

  private void join() {
    try {
      killer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
