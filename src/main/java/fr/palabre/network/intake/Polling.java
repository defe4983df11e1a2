package fr.palabre.network.intake;

import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.Reading;
import fr.palabre.network.ReadsActivity;
import fr.palabre.network.ReadsActivity.ActivityPage;
import fr.palabre.network.ReadsActivity.Pace;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks networks what happened, and stores what they say before anyone reads it. */
@Component
class Polling {
  private static final Logger log = LoggerFactory.getLogger(Polling.class);
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final Duration MEASURED_EACH = Duration.ofHours(6);
  private static final Duration MEASURED_OVER = Duration.ofDays(28);
  private static final int ENOUGH_TO_MEASURE = 20;
  private static final int PAGES = 10;
  private final PollStore polls;
  private final RawEventStore events;
  private final Accounts accounts;
  private final NetworkCalls calls;
  private final RowScope scope;
  private final Clock clock;

  Polling(PollStore polls, RawEventStore events, Accounts accounts, NetworkCalls calls,
      RowScope scope, Clock clock) {
    this.polls = polls;
    this.events = events;
    this.accounts = accounts;
    this.calls = calls;
    this.scope = scope;
    this.clock = clock;
  }

  /** Leases accounts that are due; each must be given to {@link #poll}. */
  List<Lease> due(int limit) {
    // Microseconds, as the database keeps them: the lease is recognised by its end.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return scope.everywhere(() -> polls.claim(limit, now, now.plus(LEASE)));
  }

  void poll(Lease lease) {
    var account = accounts.account(lease.workspace(), lease.account());
    if (account.standing() != Standing.CONNECTED || !accounts.can(account, ReadsActivity.class)) {
      within(lease, () -> polls.stop(lease));
      return;
    }
    var pace = ((ReadsActivity) accounts.connector(account.network())).pace();
    try {
      measure(lease);
      read(lease, account, pace);
    } catch (RuntimeException e) {
      log.error("Polling account {} failed", lease.account(), e);
      again(lease, Rhythm.afterFailure(rhythm(lease), pace));
    }
  }

  private void read(Lease lease, ConnectedAccount account, Pace pace) {
    var cursor = lease.cursor();
    int fresh = 0;
    for (int page = 0; page < PAGES; page++) {
      var from = cursor;
      var reading = calls.call(account, ReadsActivity.class, (c, s) -> c.activity(s, from));
      if (!(reading instanceof Reading.Read<ActivityPage>(ActivityPage read))) {
        notRead(lease, reading, pace);
        return;
      }
      var kept = keep(lease, read);
      if (kept < 0) return;
      fresh += kept;
      cursor = read.cursor();
      if (!read.more()) break;
    }
    again(lease, fresh > 0 ? Rhythm.afterNews(pace) : Rhythm.afterSilence(rhythm(lease), pace));
  }

  /** How many events were new; -1 if another node took the account over. */
  private int keep(Lease lease, ActivityPage page) {
    return scope.within(lease.workspace().value(), () -> {
      var now = clock.instant();
      var fresh = events.keep(lease.workspace(), lease.account(), page.events(), now);
      return polls.advance(lease, page.cursor(), fresh > 0, now) ? fresh : -1;
    });
  }

  private void notRead(Lease lease, Reading<ActivityPage> reading, Pace pace) {
    switch (reading) {
      case Reading.Throttled<ActivityPage>(Instant notBefore) ->
          within(lease, () -> polls.release(lease, notBefore, rhythm(lease)));
      case Reading.Disconnected<ActivityPage> _ -> within(lease, () -> polls.stop(lease));
      case Reading.Failed<ActivityPage> _ -> again(lease, Rhythm.afterFailure(rhythm(lease), pace));
      case Reading.Read<ActivityPage> _ -> throw new IllegalArgumentException("It was read");
    }
  }

  private void again(Lease lease, Duration rhythm) {
    within(lease, () -> polls.release(lease, clock.instant().plus(rhythm), rhythm));
  }

  private void measure(Lease lease) {
    var now = clock.instant();
    if (lease.measuredAt() != null && lease.measuredAt().plus(MEASURED_EACH).isAfter(now)) return;
    within(lease, () ->
        polls.measureSilence(lease, now.minus(MEASURED_OVER), ENOUGH_TO_MEASURE, now));
  }

  private void within(Lease lease, Runnable work) {
    scope.within(lease.workspace().value(), work);
  }

  private static Duration rhythm(Lease lease) {
    return Duration.ofSeconds(lease.rhythmSeconds());
  }
}
