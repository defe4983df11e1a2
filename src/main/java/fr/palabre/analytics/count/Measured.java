package fr.palabre.analytics.count;

import org.jspecify.annotations.Nullable;

/** What is known of one post: enough for its rates. */
public record Measured(
    Figure interactions, Figure displays, Figure reach, @Nullable Long followers) {

  Figure denominator(RateKind kind) {
    return switch (kind) {
      case BY_DISPLAYS -> displays;
      case BY_REACH -> reach;
      case BY_FOLLOWERS -> Figure.of(followers, Missing.NOT_GIVEN);
    };
  }

  /** Whether this post has what that rate needs. */
  boolean has(RateKind kind) {
    var under = denominator(kind).value();
    return interactions.known() && under != null && under > 0;
  }

  public Rate rate(RateKind kind) {
    if (has(kind))
      return new Rate(kind, interactions.count(), denominator(kind).count(), 1, 1, null, null);
    return Rate.none(kind, 1, why(kind));
  }

  Missing why(RateKind kind) {
    var first = interactions.known() ? denominator(kind) : interactions;
    return first.missing() == null ? Missing.NOTHING_TO_MEASURE : first.missing();
  }

  double ratio(RateKind kind) {
    return (double) interactions.count() / denominator(kind).count();
  }
}
