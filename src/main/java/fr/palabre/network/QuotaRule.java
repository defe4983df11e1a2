package fr.palabre.network;

import java.time.Duration;
import java.util.Map;

/**
 * How much of something a network allows an account within any stretch of time this long.
 *
 * @param bucket the network's name of what is counted, as {@link Quotas#seen} reports it
 * @param costs what each spends; what is not named spends nothing
 */
public record QuotaRule(String bucket, long allowed, Duration window, Map<Spending, Integer> costs) {
  public QuotaRule {
    if (allowed < 1 || window.compareTo(Duration.ofMinutes(1)) < 0)
      throw new IllegalArgumentException("A quota allows something, in a minute at least");
    costs = Map.copyOf(costs);
  }

  public int cost(Spending what) {
    return costs.getOrDefault(what, 0);
  }

  /** What may spend. An image is sent with its post, and counts besides it. */
  public enum Spending { PUBLISH, IMAGE, EDIT, DELETE, LIKE, UNLIKE }
}
