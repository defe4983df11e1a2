package fr.palabre.delivery.engine;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Spent;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.Standing.InDoubt;
import fr.palabre.delivery.Standing.Scheduled;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.network.QuotaRule;
import fr.palabre.platform.http.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sees one account's due acts through, one at a time, in their order. */
@Component
class Drain {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);
  private static final long DATABASE_WAIT_NANOS = 500_000_000L;
  private final DueStore store;
  private final Journal journal;
  private final Readings readings;
  private final Calls calls;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Teller teller;
  private final Tally tally;
  private final Clock clock;

  Drain(DueStore store, Journal journal, Readings readings, Calls calls, Ledger ledger,
      Accounts accounts, Teller teller, Tally tally, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.readings = readings;
    this.calls = calls;
    this.ledger = ledger;
    this.accounts = accounts;
    this.teller = teller;
    this.tally = tally;
    this.clock = clock;
  }

  /** A lane as long as it is one's own, and what is paid ahead for it. */
  private record Held(Lane lane, Lease lease, Purse purse) {}

  /** What became of a step, as far as the lane is concerned. */
  private enum Step { DONE, NOTHING, NOT_BEGUN, LANE_WAITS, ACCOUNT_CHANGED }

  /**
   * @param ahead what is due within that time is waited for
   * @return false if something is due that could not be moved: look again, but not at once
   */
  boolean run(Lane lane, Lease lease, Duration ahead) {
    var purse = new Purse(journal, ledger, lane);
    try {
      return run(new Held(lane, lease, purse), ahead);
    } finally {
      purse.giveBack();
    }
  }

  private boolean run(Held held, Duration ahead) {
    var lane = held.lane;
    var moved = store.orphans(lane, clock.instant()) > 0;
    if (moved) log.info("Lane {} had calls nobody finished", lane.account());
    var account = accounts.accountForCalls(lane.workspace(), lane.account());
    while (held.lease.holds()) {
      var due = store.due(lane, clock.instant().plus(ahead));
      if (due.isEmpty()) return moved;
      moved = true;
      switch (batch(held, account, due)) {
        case DONE -> {}
        case ACCOUNT_CHANGED -> account = accounts.accountForCalls(lane.workspace(), lane.account());
        case NOTHING, NOT_BEGUN -> {
          return false;
        }
        case LANE_WAITS -> {
          return true;
        }
      }
    }
    return true;
  }

  private Step batch(Held held, ConnectedAccount account, List<Due> batch) {
    var all = Step.NOTHING;
    for (int i = 0; i < batch.size(); i++) {
      var step = step(held, account, batch.subList(i, batch.size()));
      if (step == Step.LANE_WAITS || step == Step.ACCOUNT_CHANGED) return step;
      if (step == Step.DONE) all = Step.DONE;
      // Somebody is moving it, or its quota was given back this instant: what follows waits for it.
      if (step == Step.NOT_BEGUN) return all;
      if (!held.lease.holds()) return Step.LANE_WAITS;
    }
    return all;
  }

  private Step step(Held held, ConnectedAccount account, List<Due> left) {
    var due = left.getFirst();
    var d = due.delivery();
    if (!awaitsHour(d, held.lease)) return Step.LANE_WAITS;
    if (d.standing() instanceof InDoubt doubt) return read(account, due, doubt);
    if (account.standing() != ConnectedAccount.Standing.CONNECTED)
      return hold(d, Hold.RECONNECTION);
    if (d.notAfter() != null && clock.instant().isAfter(d.notAfter()))
      return d.skipsLate() ? skip(d) : hold(d, Hold.LATE);
    return send(held, account, left);
  }

  // Its lane was taken a moment ahead, so all but the beginning is done by its hour. False if the lane
  // was lost meanwhile.
  private boolean awaitsHour(Delivery d, Lease lease) {
    var hour = switch (d.standing()) {
      case Scheduled(Instant at, var _) -> at;
      case InDoubt doubt -> doubt.nextReading();
      default -> Instant.MIN;
    };
    while (clock.instant().isBefore(hour)) {
      if (!lease.holds()) return false;
      sleep(Duration.between(clock.instant(), hour));
    }
    return true;
  }

  void sleep(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private Step send(Held held, ConnectedAccount account, List<Due> left) {
    var due = left.getFirst();
    var rules = accounts.quotas(account);
    var costs = Cost.of(due.act(), calls.imagesOf(due), rules);
    var begun = held.purse.begin(due, costs, paid(() -> alike(left, costs, rules)));
    if (begun.isEmpty()) return awaits(held.lane, due, costs);
    tally.began(due.delivery(), begun.get());
    var outcome = call(held.lease, account, due);
    var answer = Answer.of(due, begun.get(), outcome, clock.instant());
    write(answer);
    tally.answered(answer);
    // The journal tells of those that went well; ten thousand lines a second would tell no more.
    log.atLevel(outcome instanceof DeliveryOutcome.Delivered ? Level.DEBUG : Level.INFO)
        .log("Delivery {} of account {}: attempt {}, {}, then {}", answer.id(), answer.account(),
            answer.attempt(), answer.result(), answer.standing());
    teller.soon();
    if (answer.lane() != null) return Step.LANE_WAITS;
    return outcome instanceof DeliveryOutcome.Disconnected ? Step.ACCOUNT_CHANGED : Step.DONE;
  }

  /** For how many calls it pays at once; where nobody waits, each is paid for as it begins. */
  int paid(IntSupplier alike) {
    return journal.isPressed() ? alike.getAsInt() : 1;
  }

  // How many go out one after the other at the same costs, as far as one can tell without asking.
  private static int alike(List<Due> left, List<Cost> costs, List<QuotaRule> rules) {
    return (int) left.stream().limit(Purse.MOST).map(Due::act)
        .takeWhile(act -> Cost.of(act, Spent.images(act), rules).equals(costs)).count();
  }

  // What did not begin may be beyond a quota; it then waits in sight.
  private Step awaits(Lane lane, Due due, List<Cost> costs) {
    var until = ledger.awaits(lane, due, costs);
    if (until.isEmpty()) return Step.NOT_BEGUN;
    log.info("Account {} has used up what its network allows until {}", lane.account(),
        until.get());
    teller.soon();
    return Step.DONE;
  }

  // A process that was stopped for long may have lost its lease between the journal and the call, or
  // between two requests of it.
  private DeliveryOutcome call(Lease lease, ConnectedAccount account, Due due) {
    return lease.holds() ? Outgoing.whileAllowed(lease::holds, () -> calls.send(account, due))
        : new NotSent("lease over");
  }

  /** What the network said must not be lost because the database is away for a while. */
  private void write(Answer answer) {
    while (true) {
      try {
        if (!journal.answer(answer))
          log.warn("Delivery {} had moved on before its answer", answer.id());
        return;
      } catch (DataIntegrityViolationException e) {
        // It would be refused for ever: the delivery is looked for on the network instead.
        throw e;
      } catch (DataAccessException | TransactionException e) {
        log.warn("Delivery {}: its answer waits for the database", answer.id());
        awaitDatabase();
        if (Thread.currentThread().isInterrupted()) throw e;
      }
    }
  }

  void awaitDatabase() {
    LockSupport.parkNanos(DATABASE_WAIT_NANOS);
  }

  private Step read(ConnectedAccount account, Due due, InDoubt doubt) {
    var readAt = clock.instant();
    var told = calls.settle(account, due, doubt);
    var settled = readings.write(due, doubt, told, readAt);
    teller.soon();
    tally.read(told.getClass().getSimpleName());
    log.info("Delivery {} of account {} looked for: {}", due.delivery().id(),
        due.delivery().account(), told.getClass().getSimpleName());
    return settled ? Step.DONE : Step.NOTHING;
  }

  private Step skip(Delivery d) {
    log.info("Delivery {} of account {} is too late: left out", d.id(), d.account());
    var skipped = store.skip(d, clock.instant());
    teller.soon();
    return skipped ? Step.DONE : Step.NOTHING;
  }

  private Step hold(Delivery d, Hold hold) {
    log.info("Delivery {} of account {} waits: {}", d.id(), d.account(), hold);
    var held = store.hold(d, hold, clock.instant());
    teller.soon();
    return held ? Step.DONE : Step.NOTHING;
  }
}
