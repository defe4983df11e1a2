package fr.palabre.analytics.series;

import fr.palabre.analytics.series.Call.Subject;
import fr.palabre.analytics.series.ThreadReading.Following;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.Metric;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.Reading;
import fr.palabre.network.ReportsMetrics;
import fr.palabre.platform.Ids;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the networks for their counts when they are due, or when a person wants to know. What is
 * taken is leased before the call and written after it, so that twice is harmless.
 */
@Component
public class Collector {
  private static final int ACCOUNTS = 20;
  private static final int POSTS = 200;
  private static final Duration RECENT = Duration.ofMinutes(1);
  /** What the contract allows in one call. */
  static final int A_CALL = 25;
  private final KnownAccounts accounts;
  private final PostSchedule posts;
  private final Ledger ledger;
  private final ThreadReading threads;
  private final Accounts networks;
  private final NetworkCalls calls;
  private final RowScope scope;
  private final Clock clock;

  Collector(KnownAccounts accounts, PostSchedule posts, Ledger ledger, ThreadReading threads,
      Accounts networks, NetworkCalls calls, RowScope scope, Clock clock) {
    this.accounts = accounts;
    this.posts = posts;
    this.ledger = ledger;
    this.threads = threads;
    this.networks = networks;
    this.calls = calls;
    this.scope = scope;
    this.clock = clock;
  }

  /** Reads what is due, in every brand. */
  public void collectDue() {
    var now = clock.instant();
    scope.everywhere(() -> accounts.claimDue(now, ACCOUNTS)).forEach(this::readWhole);
    scope.everywhere(() -> posts.claimDue(now, POSTS)).stream()
        .collect(Collectors.groupingBy(DuePost::account, LinkedHashMap::new, Collectors.toList()))
        .values().forEach(this::readDue);
  }

  /** Reads the brand's accounts and their young posts now, those just read excepted. */
  public Round collectNow(WorkspaceId workspace) {
    var recent = clock.instant().minus(RECENT);
    var known = scope.within(workspace.value(), () -> accounts.all(workspace)).stream()
        .filter(a -> a.nextReadAt() != null).toList();
    var due = known.stream()
        .filter(a -> a.readAt() == null || a.readAt().isBefore(recent)).toList();
    int read = (int) due.stream().filter(this::readWhole).count();
    return new Round(read, due.size() - read, known.size() - due.size());
  }

  /**
   * What came of asking now, in accounts.
   *
   * @param recent those asked less than a minute ago, which were left in peace
   */
  public record Round(int read, int failed, int recent) {}

  /** The account and the posts whose counters still move; false if the network did not tell. */
  private boolean readWhole(KnownAccount known) {
    var account = networks.account(known.workspace(), known.account());
    if (!readable(account)) {
      scope.within(known.workspace().value(),
          () -> accounts.leave(known.workspace(), known.account()));
      return false;
    }
    if (!(readAccount(known, account) instanceof Reading.Read<?>)) return false;
    var young = scope.within(known.workspace().value(), () -> posts.young(known.workspace(),
        known.account(), ledger.young(known.workspace(), clock.instant())));
    readPosts(account, known, young);
    return true;
  }

  private Reading<Map<Metric, Long>> readAccount(KnownAccount known, ConnectedAccount account) {
    var began = clock.instant();
    var reading = calls.call(account, ReportsMetrics.class,
        (network, session) -> network.accountMetrics(session, began));
    var call = call(account, Subject.ACCOUNT, 1, began, reading);
    scope.within(known.workspace().value(), () -> ledger.account(known, call, reading));
    return reading;
  }

  private void readDue(List<DuePost> due) {
    var workspace = due.getFirst().workspace();
    var account = networks.account(workspace, due.getFirst().account());
    var known = scope.within(workspace.value(), () -> accounts.find(workspace, account.id()));
    if (readable(account) && known.isPresent()) readPosts(account, known.get(), due);
    else scope.within(workspace.value(), () -> due.forEach(p -> posts.schedule(p, null, 0)));
  }

  private void readPosts(ConnectedAccount account, KnownAccount known, List<DuePost> due) {
    for (int i = 0; i < due.size(); i += A_CALL) {
      var some = due.subList(i, Math.min(i + A_CALL, due.size()));
      if (!readSome(account, known, some)) return;
    }
  }

  private boolean readSome(ConnectedAccount account, KnownAccount known, List<DuePost> some) {
    var began = clock.instant();
    var ids = some.stream().map(DuePost::remoteId).toList();
    var reading = calls.call(account, ReportsMetrics.class,
        (network, session) -> network.postMetrics(session, ids));
    var call = call(account, Subject.POSTS, some.size(), began, reading);
    var following = reading instanceof Reading.Read<?> ? threads.of(account, ids) : Following.NONE;
    scope.within(known.workspace().value(),
        () -> ledger.posts(known, call, some, reading, following));
    return reading instanceof Reading.Read<?>;
  }

  private boolean readable(ConnectedAccount account) {
    return account.standing() != Standing.REMOVED
        && networks.can(account, ReportsMetrics.class);
  }

  private static Call call(ConnectedAccount account, Subject subject, int asked, Instant began,
      Reading<?> reading) {
    return new Call(account.workspace(), Ids.next(), account.id(), subject, asked, began,
        Ledger.outcome(reading), Ledger.code(reading));
  }
}
