package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryProgressed;
import fr.palabre.delivery.Standing;
import fr.palabre.delivery.rows.DeliveryMoved;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.network.DeliveryOutcome;
import fr.palabre.platform.db.RowScope;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the other rooms what moved, in a transaction of their own: whatever fails in it is told
 * again later, and the call that was made stays made.
 */
@Component
class Teller {
  private static final Logger log = LoggerFactory.getLogger(Teller.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int TOGETHER = 25;
  private static final int AT_ONCE = 2;
  private static final int LOOKS = 100;
  private static final long CALM_NANOS = 50_000_000L;
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final DeliveryRows rows;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Journal journal;
  private final Clock clock;
  private final Semaphore news = new Semaphore(0);

  Teller(JdbcClient jdbc, RowScope scope, DeliveryRows rows, Accounts accounts,
      ApplicationEventPublisher events, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.rows = rows;
    this.accounts = accounts;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  /** There is something to tell. */
  void soon() {
    news.release();
  }

  void awaitNews(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
  }

  /**
   * Tells all there is, a brand's news together, two brands at a time; calls that wait to be
   * journaled come first.
   */
  void tellAll() {
    for (var untold = untold(); !untold.isEmpty(); untold = untold()) {
      var byBrand = untold.stream().collect(Collectors.groupingBy(Untold::workspace,
          LinkedHashMap::new, Collectors.toList()));
      // What is left is being told by another engine.
      if (tellBrands(List.copyOf(byBrand.values())) == 0) return;
    }
  }

  // Telling is mostly waiting for the database: with two at a time, one waits while the other works.
  private int tellBrands(List<List<Untold>> brands) {
    if (brands.size() == 1) return tellBrand(brands.getFirst());
    try (var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var told = brands.stream()
          .map(brand -> CompletableFuture.supplyAsync(() -> tellBrand(brand), workers)).toList();
      return told.stream().mapToInt(CompletableFuture::join).sum();
    }
  }

  private int tellBrand(List<Untold> news) {
    var told = 0;
    for (int from = 0; from < news.size(); from += TOGETHER) {
      awaitCalm();
      told += tell(news.subList(from, Math.min(from + TOGETHER, news.size())));
    }
    return told;
  }

  private void awaitCalm() {
    for (int look = 0; look < LOOKS && journal.isPressed(); look++)
      LockSupport.parkNanos(CALM_NANOS);
  }

  // One engine tells a brand's news at a time: two would only undo each other's telling.
  private int tell(List<Untold> some) {
    var workspace = some.getFirst().workspace;
    try {
      return scope.within(workspace.value(), () -> {
        if (!isOurs(workspace)) return 0;
        tellNow(workspace, some.stream().map(Untold::delivery).toList());
        return some.size();
      });
    } catch (RuntimeException e) {
      some.forEach(this::tell);
      return some.size();
    }
  }

  private boolean isOurs(WorkspaceId workspace) {
    return jdbc.sql("select pg_try_advisory_xact_lock(7262, hashtext(:workspace))")
        .param("workspace", workspace.toString())
        .query(Boolean.class)
        .single();
  }

  /** What a person did is told at once, and undone if it cannot be taken in. */
  @EventListener
  void on(DeliveryMoved moved) {
    tellNow(moved.workspace(), List.of(moved.delivery()));
  }

  private void tell(Untold one) {
    try {
      scope.within(one.workspace.value(), () -> tellNow(one.workspace, List.of(one.delivery)));
    } catch (OptimisticLockingFailureException e) {
      log.debug("{}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("Delivery {} could not be told, again in {}", one.delivery, AGAIN, e);
      postpone(one);
    }
  }

  private void tellNow(WorkspaceId workspace, List<DeliveryId> ids) {
    var news = news(workspace, ids);
    if (news.isEmpty()) return;
    news.forEach(one -> events.publishEvent(one.told));
    told(workspace, news);
  }

  private List<News> news(WorkspaceId workspace, List<DeliveryId> ids) {
    return jdbc.sql("""
            select * from delivery_delivery
             where workspace_id = :workspace and id = any(:ids)
             order by tell_at, id
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(DeliveryId::value).toArray(UUID[]::new))
        .query((row, _) -> news(row))
        .list().stream().flatMap(Optional::stream).toList();
  }

  private Optional<News> news(ResultSet row) throws SQLException {
    var since = instantOrNull(row, "tell_at");
    return since == null ? Optional.empty() : Optional.of(new News(progressed(row), since));
  }

  // The rows are taken last, as those do who move a delivery for a content they hold. One that moved
  // meanwhile, or was told by another engine, undoes this telling: it is told as it stands now. No
  // index is asked for tell_at: a planner that believes nothing waits to be told would look through
  // all that does, for each one.
  private void told(WorkspaceId workspace, List<News> news) {
    var told = jdbc.sql("""
            update delivery_delivery d set tell_at = null
              from unnest(cast(:ids as uuid[]), cast(:sinces as timestamptz[])) as n(id, since)
             where d.workspace_id = :workspace and d.id = n.id
               and d.tell_at is not distinct from n.since
            """)
        .param("workspace", workspace.value())
        .param("ids", news.stream().map(n -> n.told.delivery().value()).toArray(UUID[]::new))
        .param("sinces", news.stream().map(n -> at(n.since).toString()).toArray(String[]::new))
        .update();
    if (told != news.size())
      throw new OptimisticLockingFailureException("A delivery moved meanwhile, in " + workspace);
  }

  private List<Untold> untold() {
    return scope.everywhere(() -> jdbc.sql("""
            select workspace_id, id from delivery_delivery
             where tell_at <= :now
             order by tell_at, id
             limit 200
            """)
        .param("now", at(clock.instant()))
        .query((row, _) -> new Untold(new WorkspaceId(uuid(row, "workspace_id")),
            new DeliveryId(uuid(row, "id"))))
        .list());
  }

  private void postpone(Untold one) {
    scope.within(one.workspace.value(), () -> jdbc.sql("""
            update delivery_delivery set tell_at = :later
             where workspace_id = :workspace and id = :id and tell_at is not null
            """)
        .param("later", at(clock.instant().plus(AGAIN)))
        .param("workspace", one.workspace.value())
        .param("id", one.delivery.value())
        .update());
  }

  private DeliveryProgressed progressed(ResultSet row) throws SQLException {
    var d = rows.read(row);
    var link = row.getString("permalink");
    var network = accounts.account(d.workspace(), d.account()).network();
    return new DeliveryProgressed(d.workspace(), d.id(), d.account(), network, d.act(),
        d.subject(), d.state(), row.getString("remote_id"), link == null ? null : URI.create(link),
        outcome(d), instant(row, "moved_at"));
  }

  private static @Nullable DeliveryOutcome outcome(Delivery d) {
    return switch (d.standing()) {
      case Standing.Scheduled(Instant at, var because) -> switch (because) {
        case HOUR, ABSENT, SPREAD, QUOTA -> null;
        case THROTTLED -> new DeliveryOutcome.RetryAfter(at, "");
        case UNREACHABLE -> new DeliveryOutcome.NotSent("");
      };
      case Standing.Held(var hold) ->
          hold == Standing.Hold.RECONNECTION ? new DeliveryOutcome.Disconnected("") : null;
      case Standing.Accepted(String id) ->
          id == null ? null : new DeliveryOutcome.Delivered(id, null);
      case Standing.Confirmed(String id, URI link) -> new DeliveryOutcome.Delivered(id, link);
      case Standing.Refused(var answer) -> answer;
      case Standing.InDoubt _, Standing.Undecided _ -> new DeliveryOutcome.Unknown("");
      case Standing.Submitting _, Standing.Cancelled _, Standing.Skipped _ -> null;
    };
  }

  private record News(DeliveryProgressed told, Instant since) {}

  private record Untold(WorkspaceId workspace, DeliveryId delivery) {}
}
