package fr.palabre.identity.entry;

import java.time.Duration;

/** What attempts are counted by, and how patient each is. */
enum Door {
  /** One account, from anywhere. */
  ACCOUNT(4, Duration.ofSeconds(5)),
  /** One network address, on any account: an office shares one. */
  ADDRESS(20, Duration.ofSeconds(5)),
  /** One network address that asks for letters to be sent. */
  LETTER(5, Duration.ofMinutes(1));

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private final int free;
  private final Duration firstWait;

  Door(int free, Duration firstWait) {
    this.free = free;
    this.firstWait = firstWait;
  }

  /** How long the door stays closed after this many knocks in a row: twice as long each time. */
  Duration waitAfter(int knocks) {
    if (knocks <= free) return Duration.ZERO;
    var doublings = Math.min(knocks - free - 1, 10);
    var wait = firstWait.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
