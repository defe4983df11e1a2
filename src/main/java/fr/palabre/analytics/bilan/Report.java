package fr.palabre.analytics.bilan;

import fr.palabre.analytics.count.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report somebody makes of a period.
 *
 * @param words what the community manager says of it
 * @param version of the words; grows with each writing
 * @param closedAt since when it no longer moves; null while it is being written
 * @param frozen how many times it was closed
 */
public record Report(UUID id, Period period, String words, int version, Instant createdAt,
    @Nullable Instant closedAt, int frozen) {

  public boolean closed() {
    return closedAt != null;
  }
}
