package fr.palabre.analytics.count;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Engagement of several posts: for the total a ratio of sums, for the typical post a median. Never a
 * mean of ratios, in which a post that four hundred people saw decides the month.
 */
public final class Engagement {
  private static final int FEWEST = 5;
  private static final int DRAWS = 1000;

  private Engagement() {}

  /** Sum of interactions ÷ sum of what they are measured against, over the posts that have both. */
  public static Rate total(RateKind kind, List<Measured> posts) {
    if (posts.isEmpty()) return Rate.none(kind, 0, Missing.NOTHING_TO_MEASURE);
    // Reach counts people: two posts seen by the same person would count that person twice.
    if (kind == RateKind.BY_REACH) return Rate.none(kind, posts.size(), reachlessWhy(posts));
    var usable = usable(kind, posts);
    if (usable.isEmpty()) return Rate.none(kind, posts.size(), posts.getFirst().why(kind));
    return new Rate(kind, above(usable), under(kind, usable), usable.size(), posts.size(), null,
        interval(kind, usable));
  }

  /** Median and quartiles of the posts' own rates. */
  public static Spread typical(RateKind kind, List<Measured> posts) {
    return Spread.of(usable(kind, posts).stream().mapToDouble(p -> p.ratio(kind)).toArray());
  }

  private static Missing reachlessWhy(List<Measured> posts) {
    boolean offered = posts.stream().anyMatch(p -> p.has(RateKind.BY_REACH));
    return offered ? Missing.NOT_ADDITIVE : posts.getFirst().why(RateKind.BY_REACH);
  }

  private static List<Measured> usable(RateKind kind, List<Measured> posts) {
    return posts.stream().filter(p -> p.has(kind)).toList();
  }

  private static long above(List<Measured> posts) {
    return posts.stream().mapToLong(p -> p.interactions().count()).sum();
  }

  private static long under(RateKind kind, List<Measured> posts) {
    return posts.stream().mapToLong(p -> p.denominator(kind).count()).sum();
  }

  // Bootstrap over posts: people who see the same post are not independent, posts nearly are. The
  // seed is the data, so that the same figures give the same interval everywhere.
  private static Rate.@Nullable Interval interval(RateKind kind, List<Measured> posts) {
    int n = posts.size();
    if (n < FEWEST) return null;
    var random = new SplittableRandom(above(posts) * 31 + under(kind, posts) * 17 + n);
    var draws = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) draws[d] = drawn(kind, posts, random);
    var spread = Spread.of(draws);
    return new Rate.Interval(spread.at(0.025), spread.at(0.975));
  }

  private static double drawn(RateKind kind, List<Measured> posts, SplittableRandom random) {
    long above = 0;
    long under = 0;
    for (int i = 0; i < posts.size(); i++) {
      var post = posts.get(random.nextInt(posts.size()));
      above += post.interactions().count();
      under += post.denominator(kind).count();
    }
    return (double) above / under;
  }
}
