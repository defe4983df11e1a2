package fr.palabre.delivery.engine;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.Standing.InDoubt;
import fr.palabre.delivery.Standing.Scheduled;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.network.DeliveryOutcome.NotSent;
import fr.palabre.platform.http.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

  /** What became of a step, as far as the lane is concerned. */
  private enum Step { DONE, NOTHING, NOT_BEGUN, LANE_WAITS, ACCOUNT_CHANGED }

  /**
   * @param ahead what is due within that time is waited for
   * @return false if something is due that could not be moved: look again, but not at once
   */
  boolean run(Lane lane, Lease lease, Duration ahead) {
    var moved = store.orphans(lane, clock.instant()) > 0;
    if (moved) log.info("Lane {} had calls nobody finished", lane.account());
    var account = accounts.accountForCalls(lane.workspace(), lane.account());
    while (lease.holds()) {
      var due = store.due(lane, clock.instant().plus(ahead));
      if (due.isEmpty()) return moved;
      moved = true;
      switch (batch(lane, lease, account, due)) {
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

  private Step batch(Lane lane, Lease lease, ConnectedAccount account, List<Due> batch) {
    var all = Step.NOTHING;
    for (var due : batch) {
      var step = step(lane, lease, account, due);
      if (step == Step.LANE_WAITS || step == Step.ACCOUNT_CHANGED) return step;
      if (step == Step.DONE) all = Step.DONE;
      // Somebody is moving it, or its quota was given back this instant: what follows waits for it.
      if (step == Step.NOT_BEGUN) return all;
      if (!lease.holds()) return Step.LANE_WAITS;
    }
    return all;
  }

  private Step step(Lane lane, Lease lease, ConnectedAccount account, Due due) {
    var d = due.delivery();
    if (!awaitsHour(d, lease)) return Step.LANE_WAITS;
    if (d.standing() instanceof InDoubt doubt) return read(account, due, doubt);
    if (account.standing() != ConnectedAccount.Standing.CONNECTED)
      return hold(d, Hold.RECONNECTION);
    if (d.notAfter() != null && clock.instant().isAfter(d.notAfter()))
      return d.skipsLate() ? skip(d) : hold(d, Hold.LATE);
    return send(lane, lease, account, due);
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

  private Step send(Lane lane, Lease lease, ConnectedAccount account, Due due) {
    var costs = Cost.of(due.act(), calls.imagesOf(due), accounts.quotas(account));
    var begun = journal.begin(lane, due, costs);
    if (begun.isEmpty()) return awaits(lane, due, costs);
    tally.began(due.delivery(), begun.get());
    var outcome = call(lease, account, due);
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
