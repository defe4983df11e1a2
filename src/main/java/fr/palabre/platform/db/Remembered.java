package fr.palabre.platform.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what was read of a tenant for as long as nothing was written: pages are read far more often
 * than anything changes. What another process wrote shows after {@link #LONGEST}. For what pages
 * show; an act reads for itself.
 */
@Component
public class Remembered {
  public static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int MOST = 4000;
  private final WriteCount writes;
  private final Clock clock;
  private final Map<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Place, Kept> eldest) {
      return size() > MOST;
    }
  };

  Remembered(WriteCount writes, Clock clock) {
    this.writes = writes;
    this.clock = clock;
  }

  /**
   * @param what names the reading and all that it depends on besides the tenant: a record of the
   *     reader's own, so that no two readers share a name
   */
  @SuppressWarnings("unchecked") // What is kept under a name is what its one reader gave.
  public <T> T of(UUID tenant, Record what, Supplier<T> reading) {
    var place = new Place(tenant, what);
    // Counted before reading: what is written meanwhile makes the answer old, never fresh.
    var count = writes.of(tenant);
    var now = clock.instant();
    var before = kept(place);
    if (before != null && before.isFresh(count, now)) return (T) before.value();
    var value = reading.get();
    keep(place, new Kept(value, count, now));
    return value;
  }

  private @Nullable Kept kept(Place place) {
    synchronized (kept) {
      return kept.get(place);
    }
  }

  private void keep(Place place, Kept value) {
    synchronized (kept) {
      kept.put(place, value);
    }
  }

  private record Place(UUID tenant, Record what) {}

  private record Kept(Object value, long count, Instant at) {
    boolean isFresh(long countNow, Instant now) {
      return count == countNow && !now.isBefore(at) && now.isBefore(at.plus(LONGEST));
    }
  }
}
