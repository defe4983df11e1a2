package fr.palabre.analytics.series;

import fr.palabre.network.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the table of posts.
 *
 * @param account only this account's; null for all
 * @param after the last row of the page before; null for the first page
 */
public record PostQuery(
    Instant from, Instant to, @Nullable AccountId account, Sort sort, @Nullable Cursor after,
    int limit) {

  /** What the table may be sorted by; a missing figure comes last. */
  public enum Sort {
    DATE("(extract(epoch from p.published_at) * 1000000)::float8"),
    INTERACTIONS("coalesce(p.interactions, -1)::float8"),
    DISPLAYS("coalesce(p.displays, -1)::float8"),
    REACH("coalesce(p.reach, -1)::float8"),
    RATE("coalesce(p.interactions::float8 / nullif(p.followers_at_publication, 0), -1)");

    final String expression;

    Sort(String expression) {
      this.expression = expression;
    }
  }

  /** Where a page ended: the value sorted by, and the post. */
  public record Cursor(double key, UUID id) {
    public static Cursor of(KnownPost post, Sort sort) {
      return new Cursor(key(post, sort), post.id());
    }

    private static double key(KnownPost post, Sort sort) {
      return switch (sort) {
        case DATE -> ChronoUnit.MICROS.between(Instant.EPOCH, post.publishedAt());
        case INTERACTIONS -> or(post.interactions().value());
        case DISPLAYS -> or(post.displays().value());
        case REACH -> or(post.reach().value());
        case RATE -> rate(post);
      };
    }

    private static double or(@Nullable Long value) {
      return value == null ? -1 : value;
    }

    private static double rate(KnownPost post) {
      var interactions = post.interactions().value();
      var followers = post.followers();
      if (interactions == null || followers == null || followers == 0) return -1;
      return (double) interactions / followers;
    }
  }
}
