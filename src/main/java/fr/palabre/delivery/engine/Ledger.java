package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;

import fr.palabre.delivery.rows.ActRows;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.QuotaSeen;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What accounts have spent of their networks' quotas, and what the networks say is left. The journal
 * spends when a call begins, in the same statement, and begins none that would go beyond.
 */
@Component
class Ledger {
  static final Duration LONGEST = Duration.ofDays(2);
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);
  private final GroupCommit<Refund, Boolean> refunds = new GroupCommit<>(this::giveBack);
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final JsonMapper json;
  private final Clock clock;

  Ledger(JdbcClient jdbc, RowScope scope, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.json = json;
    this.clock = clock;
  }

  /** Kept once little is left, and until there is more: most calls write nothing here. */
  @EventListener
  void on(QuotaSeen seen) {
    jdbc.sql(seen.little() ? """
            insert into delivery_ceiling (workspace_id, account_id, bucket, remaining, resets_at)
            values (:workspace, :account, :bucket, :remaining, :resets)
            on conflict (workspace_id, account_id, bucket) do update
               set remaining = excluded.remaining, resets_at = excluded.resets_at
            """ : """
            update delivery_ceiling set remaining = :remaining, resets_at = :resets
             where workspace_id = :workspace and account_id = :account and bucket = :bucket
            """)
        .param("workspace", seen.workspace().value())
        .param("account", seen.account().value())
        .param("bucket", seen.bucket())
        .param("remaining", seen.remaining())
        .param("resets", at(seen.resetsAt()))
        .update();
  }

  /**
   * If a quota keeps this act from beginning now, puts it, and all of the account that would do the
   * same, to the moment it no longer does.
   */
  Optional<Instant> awaits(Lane lane, Due due, List<Cost> costs) {
    if (costs.isEmpty()) return Optional.empty();
    var now = clock.instant();
    return scope.everywhere(() -> {
      var free = freeAt(lane.workspace(), lane.account(), costs, now);
      free.ifPresent(at -> postpone(lane, due, at, now));
      return free;
    });
  }

  /**
   * Spends outside the journal, for what leaves before its act begins.
   *
   * @return false if that would be beyond a quota; nothing is spent then
   */
  boolean spend(WorkspaceId workspace, AccountId account, List<Cost> costs) {
    if (costs.isEmpty()) return true;
    var now = clock.instant();
    return scope.everywhere(() -> {
      // Whoever spends besides waits here, and then reads what was spent.
      jdbc.sql("""
              select from delivery_lane where workspace_id = :workspace and account_id = :account
                 for update
              """)
          .param("workspace", workspace.value())
          .param("account", account.value())
          .query((_, _) -> true).list();
      if (freeAt(workspace, account, costs, now).isPresent()) return false;
      costs.forEach(cost -> spend(workspace, account, cost, now));
      return true;
    });
  }

  private void spend(WorkspaceId workspace, AccountId account, Cost cost, Instant now) {
    jdbc.sql("""
            insert into delivery_spend (workspace_id, account_id, bucket, slot_at, points)
            values (:workspace, :account, :bucket,
                date_bin(:slot * interval '1 second', :now, timestamptz 'epoch'), :points)
            on conflict (workspace_id, account_id, bucket, slot_at)
              do update set points = delivery_spend.points + excluded.points
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("bucket", cost.bucket())
        .param("slot", cost.slot())
        .param("now", at(now))
        .param("points", cost.points())
        .update();
  }

  /** What was paid for calls that do not begin now is no longer spent. */
  void giveBack(Lane lane, List<Cost> costs, int calls, Instant paidAt) {
    try {
      refunds.of(new Refund(lane, costs, calls, paidAt));
    } catch (DataAccessException | TransactionException e) {
      log.warn("Account {}: {} calls that were paid for count as made", lane.account(), calls);
    }
  }

  private Map<Refund, Boolean> giveBack(List<Refund> refunds) {
    var rows = json.writeValueAsString(refunds.stream().flatMap(Refund::parts).toList());
    scope.everywhere(() -> jdbc.sql("""
            update delivery_spend s set points = s.points - r.points
              from (select workspace, account, bucket,
                           date_bin(slot * interval '1 second', at, timestamptz 'epoch') as slot_at,
                           sum(points) as points
                      from jsonb_to_recordset(cast(:refunds as jsonb)) as r(workspace uuid,
                             account uuid, bucket text, slot bigint, at timestamptz, points int)
                     group by 1, 2, 3, 4) r
             where s.workspace_id = r.workspace and s.account_id = r.account
               and s.bucket = r.bucket and s.slot_at = r.slot_at
            """)
        .param("refunds", rows)
        .update());
    return Map.of();
  }

  private Optional<Instant> freeAt(WorkspaceId workspace, AccountId account, List<Cost> costs,
      Instant now) {
    return jdbc.sql(FREE_AT)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("costs", json.writeValueAsString(costs))
        .param("now", at(now))
        .query((row, _) -> Optional.ofNullable(instantOrNull(row, "free_at")))
        .single()
        .filter(free -> free.isAfter(now));
  }

  private void postpone(Lane lane, Due due, Instant until, Instant now) {
    jdbc.sql("""
            update delivery_delivery
               set next_at = :until, why = 'QUOTA', moved_at = :now, tell_at = :now
             where workspace_id = :workspace and account_id = :account and act = :act
               and standing = 'SCHEDULED' and next_at <= :now
            """)
        .param("workspace", lane.workspace().value())
        .param("account", lane.account().value())
        .param("act", ActRows.name(due.act()))
        .param("until", at(until))
        .param("now", at(now))
        .update();
  }

  /** Forgets what no window reaches any more. */
  void sweep() {
    scope.everywhere(() -> jdbc.sql("delete from delivery_spend where slot_at < :before")
        .param("before", at(clock.instant().minus(LONGEST)))
        .update());
  }

  private record Refund(Lane lane, List<Cost> costs, int calls, Instant paidAt) {
    Stream<Part> parts() {
      return costs.stream().map(c -> new Part(lane.workspace().value(), lane.account().value(),
          c.bucket(), c.slot(), paidAt, c.points() * calls));
    }
  }

  /** The names are those of the SQL. */
  private record Part(UUID workspace, UUID account, String bucket, long slot, Instant at,
      int points) {}

  // The latest slot that, with all after it and this act, is too much: once it counts no more, it fits.
  private static final String FREE_AT = """
      with cost as (
        select * from jsonb_to_recordset(cast(:costs as jsonb))
          as c(bucket text, points int, allowed bigint, slot bigint, span bigint)
      ), spent as (
        select c.bucket, c.points, c.allowed, c.span, s.slot_at,
               sum(s.points) over (partition by c.bucket order by s.slot_at desc) as since
          from cost c
          join delivery_spend s on s.workspace_id = :workspace and s.account_id = :account
           and s.bucket = c.bucket and s.slot_at > :now - c.span * interval '1 second'
      )
      select greatest(
        (select max(slot_at + span * interval '1 second') from spent
          where since + points > allowed),
        (select max(x.resets_at) from delivery_ceiling x join cost c on c.bucket = x.bucket
          where x.workspace_id = :workspace and x.account_id = :account
            and x.resets_at > :now and x.remaining < c.points)) as free_at
      """;
}
