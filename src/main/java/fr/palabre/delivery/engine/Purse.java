package fr.palabre.delivery.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a lane's holder has paid for and not begun. While many wait for the journal, an account's next
 * calls are paid for with the one that begins: the ledger is read and written once for all of them.
 * What is left goes back; of a process that dies, it counts as spent until its window is over.
 */
class Purse {
  /** How many calls are paid for at once. */
  static final int MOST = 10;
  private final Journal journal;
  private final Ledger ledger;
  private final Lane lane;
  private List<Cost> costs = List.of();
  private Instant paidAt = Instant.EPOCH;
  private int left;

  Purse(Journal journal, Ledger ledger, Lane lane) {
    this.journal = journal;
    this.ledger = ledger;
    this.lane = lane;
  }

  /**
   * Begins the call, with what is in the purse or with a payment.
   *
   * @param calls how many of the same costs are to come, itself included
   */
  Optional<Begun> begin(Due due, List<Cost> costs, int calls) {
    if (left > 0 && costs.equals(this.costs)) {
      var begun = journal.begin(lane, due, Payment.before(Cost.slotEnd(costs, paidAt)));
      if (begun.isPresent()) {
        left--;
        return begun;
      }
    }
    giveBack();
    var begun = journal.begin(lane, due, Payment.now(costs, Math.clamp(calls, 1, MOST)));
    begun.ifPresent(b -> keep(costs, b));
    return begun;
  }

  private void keep(List<Cost> costs, Begun begun) {
    this.costs = costs;
    this.paidAt = begun.at();
    this.left = begun.paidAhead();
  }

  /** Nothing more is begun with it. */
  void giveBack() {
    if (left == 0) return;
    int calls = left;
    left = 0;
    ledger.giveBack(lane, costs, calls, paidAt);
  }
}
