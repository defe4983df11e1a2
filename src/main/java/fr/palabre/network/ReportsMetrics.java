package fr.palabre.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gives counts. A metric the network does not offer is absent from the map, never 0. */
public interface ReportsMetrics extends NetworkConnector {
  /** The metrics this network gives for a post and for an account; what is not here is "n. d.". */
  Offer offer();

  /** Posts with their counts, by remote id; one that is gone is absent. At most 25 ids a call. */
  Reading<Map<String, PostSeen>> postMetrics(AccountSession session, List<String> ids);

  Reading<Map<Metric, Long>> accountMetrics(AccountSession session, Instant now);

  record Offer(List<Metric> post, List<Metric> account) {}
}
