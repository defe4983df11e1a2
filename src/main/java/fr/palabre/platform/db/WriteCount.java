package fr.palabre.platform.db;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts the transactions of this process that wrote, so that whoever keeps what it read knows when
 * that may be old. Other processes' writes are not counted: keep nothing for long on its word.
 */
@Component
class WriteCount {
  private final AtomicLong everywhere = new AtomicLong();
  private final Map<UUID, AtomicLong> tenants = new ConcurrentHashMap<>();

  /** Grows each time this tenant's rows may have changed. */
  long of(UUID tenant) {
    return everywhere.get() + tenant(tenant).get();
  }

  void wrote(UUID tenant) {
    tenant(tenant).incrementAndGet();
  }

  void wroteEverywhere() {
    everywhere.incrementAndGet();
  }

  private AtomicLong tenant(UUID tenant) {
    return tenants.computeIfAbsent(tenant, _ -> new AtomicLong());
  }
}
