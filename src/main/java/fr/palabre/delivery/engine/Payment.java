package fr.palabre.delivery.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call's costs are met as it begins.
 *
 * @param costs what is spent now; empty if no quota is known, or if all was paid before
 * @param calls how many such calls are paid for if so many fit: itself, and those right after it
 * @param paidUntil what was paid before holds until then, excluded; null if nothing was
 */
record Payment(List<Cost> costs, int calls, @Nullable Instant paidUntil) {
  static Payment now(List<Cost> costs, int calls) {
    return new Payment(costs, calls, null);
  }

  static Payment before(Instant paidUntil) {
    return new Payment(List.of(), 1, paidUntil);
  }

  boolean isMade() {
    return paidUntil != null;
  }

  boolean holds(Instant now) {
    return paidUntil == null || now.isBefore(paidUntil);
  }
}
