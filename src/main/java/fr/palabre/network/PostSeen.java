package fr.palabre.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network showed of a post when it was asked for its counts.
 *
 * @param words what it says there now, as plain text, its warning first; null where the network
 *     does not tell, or says itself that nobody changed it
 */
public record PostSeen(Map<Metric, Long> counts, @Nullable String words) {
  public PostSeen {
    counts = Map.copyOf(counts);
  }
}
