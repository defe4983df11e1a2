package fr.palabre.platform.db;

/** PostgreSQL refuses to run as root, and this machine lets nobody become someone else. */
public final class NotAsRoot extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotAsRoot(Throwable cause) {
    super("The embedded database does not run as root here", cause);
  }
}
