package fr.palabre.publishing.evergreen;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a content comes back.
 *
 * @param most how often at most; null for no end
 * @param until the last day it may; null for none
 */
public record Season(@Nullable Integer most, @Nullable LocalDate until) {
  public static final Season ALWAYS = new Season(null, null);
  public static final int MOST = 500;

  public Season {
    if (most != null && (most < 1 || most > MOST))
      throw new IllegalArgumentException("At most " + most);
  }

  boolean isOver(LocalDate day, int times) {
    return most != null && times >= most || until != null && day.isAfter(until);
  }
}
