package fr.palabre.editorial;

import java.time.Duration;

/**
 * The pace a brand gives itself on one account. Beyond it, it is told; nothing is ever held back.
 *
 * @param apart two contents nearer than this are too close
 * @param daily more than this in one day are too many
 */
public record Pace(Duration apart, int daily) {
  public static final Pace USUAL = new Pace(Duration.ofMinutes(30), 3);

  public Pace {
    if (apart.isNegative() || apart.toHours() > 24 || daily < 1 || daily > 100)
      throw new IllegalArgumentException("No pace: " + apart + ", " + daily + " a day");
  }
}
