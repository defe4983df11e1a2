package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.delivery.Deliveries;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which account's lane, until when, and when one must be looked at again. */
@Component
class Lanes {
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final GroupCommit<Released, Boolean> releases = new GroupCommit<>(this::release);
  private final GroupCommit<Looked, Boolean> dues = new GroupCommit<>(this::hasDue);

  Lanes(JdbcClient jdbc, RowScope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  /** An engine says that it lives, and so keeps what it holds. */
  void alive(UUID engine, Instant until) {
    scope.everywhere(() -> jdbc.sql("""
            insert into delivery_engine (id, alive_until) values (:engine, :until)
            on conflict (id) do update set alive_until = excluded.alive_until
            """)
        .param("engine", engine)
        .param("until", at(until))
        .update());
  }

  /**
   * After a time without any engine, gives the overdue posts of one account hours a while apart, the
   * first at once. Nothing is spread while another engine lives: nobody was missing then.
   */
  int spread(UUID engine, Instant now, Instant overdue) {
    return scope.everywhere(() -> jdbc.sql("""
            with waiting as (
              select d.workspace_id, d.id, row_number() over (
                       partition by d.workspace_id, d.account_id
                       order by d.not_before, d.id) - 1 as place
                from delivery_delivery d
               where d.standing = 'SCHEDULED' and d.why in ('HOUR', 'SPREAD')
                 and d.act = 'PUBLISH' and d.subject_kind = 'post' and d.after_id is null
                 and d.next_at < :overdue
                 and not exists (select from delivery_freeze f
                                  where f.workspace_id = d.workspace_id and f.thawed_at is null
                                    and (f.account_id is null or f.account_id = d.account_id))
                 and not exists (select from delivery_engine e
                                  where e.id <> :engine and e.alive_until > :now)
            )
            update delivery_delivery d
               set next_at = :now + w.place * :apart * interval '1 second', why = 'SPREAD',
                   moved_at = :now
              from waiting w
             where d.workspace_id = w.workspace_id and d.id = w.id and w.place > 0
               and d.standing = 'SCHEDULED'
            """)
        .param("engine", engine)
        .param("now", at(now))
        .param("overdue", at(overdue))
        .param("apart", Deliveries.APART.toSeconds())
        .update());
  }

  /** An engine leaves of its own accord, or has been dead for long. */
  void gone(UUID engine, Instant deadSince) {
    scope.everywhere(() -> jdbc.sql("""
            delete from delivery_engine where id = :engine or alive_until < :deadSince
            """)
        .param("engine", engine)
        .param("deadSince", at(deadSince))
        .update());
  }

  /** No other engine lives: what they hold may be taken at once. */
  void forgetOthers(UUID engine) {
    scope.everywhere(() -> jdbc.sql("delete from delivery_engine where id <> :engine")
        .param("engine", engine)
        .update());
  }

  /**
   * Takes lanes that have something due and that no living engine holds, the longest due first.
   * Several engines ask at once: each skips what another is taking.
   *
   * @param by what is due until then is due; who was told to wait does so until now
   */
  List<Lane> take(UUID engine, Instant now, Instant by, int atMost) {
    return scope.everywhere(() -> jdbc.sql("""
            with due as (
              select d.workspace_id, d.account_id, min(d.next_at) as first_at
                from delivery_delivery d
                join delivery_lane l
                  on l.workspace_id = d.workspace_id and l.account_id = d.account_id
               where d.next_at <= :by
                 and (l.wait_until is null or l.wait_until <= :now)
                 and not exists (select from delivery_engine e
                                  where e.id = l.engine_id and e.alive_until > :now)
                 and (d.standing <> 'SCHEDULED' or d.act = 'DELETE' or not exists (
                       select from delivery_freeze f
                        where f.workspace_id = d.workspace_id and f.thawed_at is null
                          and (f.account_id is null or f.account_id = d.account_id)))
               group by d.workspace_id, d.account_id
            ), taken as (
              -- Counted after the lock: what another is taking is none of these.
              select l.workspace_id, l.account_id
                from delivery_lane l
                join due on due.workspace_id = l.workspace_id and due.account_id = l.account_id
               where not exists (select from delivery_engine e
                                  where e.id = l.engine_id and e.alive_until > :now)
               order by due.first_at
               limit :atMost
                 for update of l skip locked
            )
            update delivery_lane l
               set engine_id = :engine, fence = l.fence + 1, wait_until = null
              from taken t
             where l.workspace_id = t.workspace_id and l.account_id = t.account_id
            returning l.workspace_id, l.account_id, l.fence
            """)
        .param("engine", engine)
        .param("now", at(now))
        .param("by", at(by))
        .param("atMost", atMost)
        .query((row, _) -> new Lane(new WorkspaceId(uuid(row, "workspace_id")),
            new AccountId(uuid(row, "account_id")), row.getLong("fence")))
        .list());
  }

  /**
   * Gives a lane back.
   *
   * @param waitUntil nobody need look at it before; null if it may be taken at once
   */
  void release(UUID engine, Lane lane, @Nullable Instant waitUntil) {
    releases.of(new Released(engine, lane, waitUntil));
  }

  private Map<Released, Boolean> release(List<Released> all) {
    scope.everywhere(() -> jdbc.sql("""
            update delivery_lane l
               set engine_id = null, wait_until = greatest(l.wait_until, r.wait_until)
              from unnest(cast(:engines as uuid[]), cast(:workspaces as uuid[]),
                       cast(:accounts as uuid[]), cast(:fences as bigint[]),
                       cast(:waits as timestamptz[]))
                     as r(engine_id, workspace_id, account_id, fence, wait_until)
             where l.workspace_id = r.workspace_id and l.account_id = r.account_id
               and l.fence = r.fence and l.engine_id = r.engine_id
            """)
        .param("engines", all.stream().map(Released::engine).toArray(UUID[]::new))
        .param("workspaces", uuids(all.stream().map(Released::lane), l -> l.workspace().value()))
        .param("accounts", uuids(all.stream().map(Released::lane), l -> l.account().value()))
        .param("fences", all.stream().map(r -> r.lane.fence()).toArray(Long[]::new))
        .param("waits", all.stream().map(Released::until).toArray(String[]::new))
        .update());
    return Map.of();
  }

  /** Gives back what was taken by an engine that never heard so: all but what it knows it holds. */
  void disown(UUID engine, List<UUID> accounts) {
    scope.everywhere(() -> jdbc.sql("""
            update delivery_lane set engine_id = null
             where engine_id = :engine and account_id <> all (:accounts)
            """)
        .param("engine", engine)
        .param("accounts", accounts.toArray(UUID[]::new))
        .update());
  }

  /** Whether anything of it is due by then. */
  boolean hasDue(Lane lane, Instant by) {
    return Boolean.TRUE.equals(dues.of(new Looked(lane, by)));
  }

  private Map<Looked, Boolean> hasDue(List<Looked> all) {
    var found = new HashMap<Looked, Boolean>();
    scope.everywhere(() -> jdbc.sql("""
            select a.n
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[]),
                          cast(:bys as timestamptz[]))
                     with ordinality as a(workspace_id, account_id, due_by, n)
             where exists (
                   select from delivery_delivery d
                    where d.workspace_id = a.workspace_id and d.account_id = a.account_id
                      and d.not_before <= a.due_by and d.next_at <= a.due_by)
            """)
        .param("workspaces", uuids(all.stream().map(Looked::lane), l -> l.workspace().value()))
        .param("accounts", uuids(all.stream().map(Looked::lane), l -> l.account().value()))
        .param("bys", all.stream().map(l -> at(l.by).toString()).toArray(String[]::new))
        .query((row, _) -> found.put(all.get(row.getInt("n") - 1), true))
        .list());
    return found;
  }

  /**
   * When to take again: so long before something is next due, or when a wait is over, or when another
   * engine may be found dead; empty if never.
   */
  Optional<Instant> next(UUID engine, Instant now, Duration ahead) {
    return scope.everywhere(() -> jdbc.sql("""
            select least(
              (select min(next_at) from delivery_delivery where next_at > :by)
                - :ahead * interval '1 millisecond',
              (select min(tell_at) from delivery_delivery where tell_at > :now),
              (select min(wait_until) from delivery_lane where wait_until > :now),
              (select min(e.alive_until) from delivery_engine e
                where e.id <> :engine and e.alive_until > :now
                  and exists (select from delivery_lane l where l.engine_id = e.id))) as next_at
            """)
        .param("engine", engine)
        .param("now", at(now))
        .param("by", at(now.plus(ahead)))
        .param("ahead", ahead.toMillis())
        .query((row, _) -> Optional.ofNullable(instantOrNull(row, "next_at")))
        .single());
  }

  private static UUID[] uuids(Stream<Lane> lanes, Function<Lane, UUID> which) {
    return lanes.map(which).toArray(UUID[]::new);
  }

  private record Looked(Lane lane, Instant by) {}

  private record Released(UUID engine, Lane lane, @Nullable Instant waitUntil) {
    @Nullable String until() {
      return waitUntil == null ? null : at(waitUntil).toString();
    }
  }
}
