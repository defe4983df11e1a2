package fr.palabre.network.connector.mastodon;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits while a server works. */
@FunctionalInterface
interface Pause {
  /** @return false if the wait was broken off */
  boolean of(Duration time);

  static boolean really(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
