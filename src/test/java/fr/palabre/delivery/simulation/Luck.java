package fr.palabre.delivery.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance in a history; the same seed draws the same. */
final class Luck {
  private final SplittableRandom random;

  Luck(long seed) {
    // One number further, it would draw the same as here but for the first.
    random = new SplittableRandom(new SplittableRandom(seed).nextLong());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  Duration between(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
