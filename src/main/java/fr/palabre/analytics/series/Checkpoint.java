package fr.palabre.analytics.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ages at which a post is read, so that posts are compared at the same age. Stored by name. */
public enum Checkpoint {
  /** For the first days of a brand only: numbers to look at on the first day. */
  M5(Duration.ofMinutes(5)),
  M20(Duration.ofMinutes(20)),
  H1(Duration.ofHours(1)),
  H3(Duration.ofHours(3)),
  H24(Duration.ofHours(24)),
  H48(Duration.ofHours(48)),
  D7(Duration.ofDays(7)),
  D28(Duration.ofDays(28));

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration LAST = Duration.ofDays(2 * 365);
  private static final Duration LEEWAY = Duration.ofMinutes(10);
  private final Duration age;

  Checkpoint(Duration age) {
    this.age = age;
  }

  public Duration age() {
    return age;
  }

  public Instant of(Instant publishedAt) {
    return publishedAt.plus(age);
  }

  /** Ages fit for comparing posts with one another, oldest first. */
  public static List<Checkpoint> comparable() {
    return List.of(D28, D7, H48, H24, H3, H1);
  }

  /** When a post is next read after that instant; null once its life is told. */
  static @Nullable Instant next(Instant publishedAt, Instant after, boolean early) {
    var known = Arrays.stream(values())
        .filter(c -> early || c.age.compareTo(H1.age) >= 0)
        .map(c -> c.of(publishedAt))
        .filter(at -> at.isAfter(after))
        .findFirst();
    return known.orElseGet(() -> nextMonth(publishedAt, after));
  }

  /** The age that a reading at this instant stands for: a late one stands for none. */
  static Optional<Checkpoint> reached(Instant publishedAt, Instant at) {
    var age = Duration.between(publishedAt, at);
    return Arrays.stream(values())
        .filter(c -> c.age.compareTo(age) <= 0 && age.compareTo(c.latest()) <= 0)
        .reduce((_, later) -> later);
  }

  private Duration latest() {
    return age.plus(age.dividedBy(5)).plus(LEEWAY);
  }

  private static @Nullable Instant nextMonth(Instant publishedAt, Instant after) {
    var at = D28.of(publishedAt);
    while (!at.isAfter(after)) at = at.plus(MONTH);
    return at.isAfter(publishedAt.plus(LAST)) ? null : at;
  }
}
