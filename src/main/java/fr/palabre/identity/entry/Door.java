package fr.palabre.identity.entry;

import java.time.Duration;

/** What attempts are counted by, and how patient each is. */
enum Door {
  /** One account, from anywhere. */
  ACCOUNT(4),
  /** One network address, on any account: an office shares one. */
  ADDRESS(20);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private final int free;

  Door(int free) {
    this.free = free;
  }

  /** How long the door stays closed after this many failures in a row: twice as long each time. */
  Duration waitAfter(int knocks) {
    if (knocks <= free) return Duration.ZERO;
    var doublings = Math.min(knocks - free - 1, 10);
    var wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
