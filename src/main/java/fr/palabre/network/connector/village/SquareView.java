package fr.palabre.network.connector.village;

import java.time.Instant;
import java.util.List;

/** A post of the village with what was said under it, as anybody there would see it. */
public record SquareView(String brand, List<Said> said) {
  public record Said(String name, String handle, String text, Instant at, boolean ours) {}
}
