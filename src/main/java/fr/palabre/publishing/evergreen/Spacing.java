package fr.palabre.publishing.evergreen;

/**
 * How contents come back.
 *
 * @param distance days between two times that the same is said; never so few that the warning of
 *     the same words within a month would be for nothing
 * @param lead days before its hour that a copy is made: time to read it, and to plan something else
 */
public record Spacing(int distance, int lead) {
  public static final Spacing USUAL = new Spacing(60, 3);
  public static final int NEAREST = 31;
  public static final int FARTHEST = 730;
  public static final int LONGEST_LEAD = 14;

  public Spacing {
    if (distance < NEAREST || distance > FARTHEST || lead < 1 || lead > LONGEST_LEAD)
      throw new IllegalArgumentException("No spacing: " + distance + ", " + lead);
  }
}
