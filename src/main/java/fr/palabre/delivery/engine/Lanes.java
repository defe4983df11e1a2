package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.platform.db.RowScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which account's lane, until when, and when one must be looked at again. */
@Component
class Lanes {
  private final JdbcClient jdbc;
  private final RowScope scope;

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

  /** An engine leaves of its own accord, or has been dead for long. */
  void gone(UUID engine, Instant deadSince) {
    scope.everywhere(() -> jdbc.sql("""
            delete from delivery_engine where id = :engine or alive_until < :deadSince
            """)
        .param("engine", engine)
        .param("deadSince", at(deadSince))
        .update());
  }

  /**
   * Takes lanes that have something due and that no living engine holds, the longest due first.
   * Several engines ask at once: each skips what another is taking.
   */
  List<Lane> take(UUID engine, Instant now, int atMost) {
    return scope.everywhere(() -> jdbc.sql("""
            with due as (
              select d.workspace_id, d.account_id, min(d.next_at) as first_at
                from delivery_delivery d
                join delivery_lane l
                  on l.workspace_id = d.workspace_id and l.account_id = d.account_id
               where d.next_at <= :now
                 and (l.wait_until is null or l.wait_until <= :now)
                 and not exists (select from delivery_engine e
                                  where e.id = l.engine_id and e.alive_until > :now)
                 and (d.standing <> 'SCHEDULED' or d.act = 'DELETE' or not exists (
                       select from delivery_freeze f
                        where f.workspace_id = d.workspace_id and f.thawed_at is null
                          and (f.account_id is null or f.account_id = d.account_id)))
               group by d.workspace_id, d.account_id
               order by first_at
               limit :atMost
            ), taken as (
              select l.workspace_id, l.account_id
                from delivery_lane l
                join due on due.workspace_id = l.workspace_id and due.account_id = l.account_id
               where not exists (select from delivery_engine e
                                  where e.id = l.engine_id and e.alive_until > :now)
               order by due.first_at
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
    scope.everywhere(() -> jdbc.sql("""
            update delivery_lane
               set engine_id = null, wait_until = greatest(wait_until, :waitUntil)
             where workspace_id = :workspace and account_id = :account
               and fence = :fence and engine_id = :engine
            """)
        .param("workspace", lane.workspace().value())
        .param("account", lane.account().value())
        .param("fence", lane.fence())
        .param("engine", engine)
        .param("waitUntil", waitUntil == null ? null : at(waitUntil),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .update());
  }

  boolean hasDue(Lane lane, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            select exists (
              select from delivery_delivery
               where workspace_id = :workspace and account_id = :account
                 and not_before <= :now and next_at <= :now)
            """)
        .param("workspace", lane.workspace().value())
        .param("account", lane.account().value())
        .param("now", at(now))
        .query(Boolean.class)
        .single());
  }

  /** When something will next be due, or another engine may be found dead; empty if never. */
  Optional<Instant> next(UUID engine, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            select least(
              (select min(next_at) from delivery_delivery where next_at > :now),
              (select min(tell_at) from delivery_delivery where tell_at > :now),
              (select min(wait_until) from delivery_lane where wait_until > :now),
              (select min(e.alive_until) from delivery_engine e
                where e.id <> :engine and e.alive_until > :now
                  and exists (select from delivery_lane l where l.engine_id = e.id))) as next_at
            """)
        .param("engine", engine)
        .param("now", at(now))
        .query((row, _) -> Optional.ofNullable(instantOrNull(row, "next_at")))
        .single());
  }
}
