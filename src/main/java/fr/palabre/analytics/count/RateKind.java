package fr.palabre.analytics.count;

/** What engagement is measured against. The name of a rate says its denominator. */
public enum RateKind {
  /** Interactions ÷ views, or impressions where the network still says so. */
  BY_DISPLAYS,
  /** Interactions ÷ different accounts that saw it; one post at a time. */
  BY_REACH,
  /** Interactions ÷ followers when it was published. */
  BY_FOLLOWERS
}
