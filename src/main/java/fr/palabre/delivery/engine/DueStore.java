package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due in a lane one holds. */
@Component
class DueStore {
  private static final int BATCH = 25;
  private final JdbcClient jdbc;
  private final DeliveryRows rows;
  private final RowScope scope;
  private final GroupCommit<Asked, Integer> orphans = new GroupCommit<>(this::orphans);
  private final GroupCommit<Asked, List<Due>> due = new GroupCommit<>(this::due);

  DueStore(JdbcClient jdbc, DeliveryRows rows, RowScope scope) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.scope = scope;
  }

  /**
   * What an earlier holder began and never finished: nobody knows what came of it. An act harmless
   * twice is simply done again; a message is looked for first.
   */
  int orphans(Lane lane, Instant now) {
    var lost = orphans.of(new Asked(lane, now));
    return lost == null ? 0 : lost;
  }

  private Map<Asked, Integer> orphans(List<Asked> asked) {
    var lost = new HashMap<Asked, Integer>();
    scope.everywhere(() -> bound(asked, """
            with asked as (
              select * from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[]),
                  cast(:fences as bigint[]), cast(:nows as timestamptz[]))
                with ordinality as a(workspace_id, account_id, fence, now, n)
            ), lost as (
              update delivery_delivery d
                 set standing = case act when 'PUBLISH' then 'IN_DOUBT' else 'SCHEDULED' end,
                     why = case act when 'PUBLISH' then null else 'UNREACHABLE' end,
                     readings = 0, next_at = a.now, moved_at = a.now, tell_at = a.now
                from asked a
               where d.workspace_id = a.workspace_id and d.account_id = a.account_id
                 and d.next_at is not null and d.standing = 'SUBMITTING' and d.fence < a.fence
              returning d.workspace_id, d.id, d.steps, a.n, a.now
            ), told as (
              update delivery_attempt t
                 set answered_at = lost.now, result = 'UNKNOWN', detail = 'interrupted'
                from lost
               where t.workspace_id = lost.workspace_id and t.delivery_id = lost.id
                 and t.number = lost.steps and t.answered_at is null
            )
            select n from lost
            """)
        .query((row, _) -> lost.merge(asked.get(row.getInt("n") - 1), 1, Integer::sum))
        .list());
    return lost;
  }

  /** The next to see through, in the order they were planned. Reading back is no act: frozen, one may. */
  List<Due> due(Lane lane, Instant now) {
    var found = due.of(new Asked(lane, now));
    return found == null ? List.of() : found;
  }

  private Map<Asked, List<Due>> due(List<Asked> asked) {
    var found = new HashMap<Asked, List<Due>>();
    scope.everywhere(() -> bound(asked, """
            select a.n, d.*
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[]),
                       cast(:fences as bigint[]), cast(:nows as timestamptz[]))
                     with ordinality as a(workspace_id, account_id, fence, now, n)
             cross join lateral (
                   select d.*, p.remote_id as parent_id, p.root_id as parent_root_id
                     from delivery_delivery d
                     left join delivery_delivery p
                       on p.workspace_id = d.workspace_id and p.id = d.after_id
                    where d.workspace_id = a.workspace_id and d.account_id = a.account_id
                      and d.not_before <= a.now and d.next_at <= a.now
                      and (d.standing = 'IN_DOUBT'
                        or d.standing = 'SCHEDULED' and (d.act = 'DELETE' or not exists (
                             select from delivery_freeze f
                              where f.workspace_id = d.workspace_id and f.thawed_at is null
                                and (f.account_id is null or f.account_id = d.account_id))))
                    order by d.not_before, d.id
                    limit :batch) d
             order by a.n, d.not_before, d.id
            """)
        .param("batch", BATCH)
        .query((row, _) -> found.computeIfAbsent(
            asked.get(row.getInt("n") - 1), _ -> new ArrayList<>()).add(due(row)))
        .list());
    return found;
  }

  private JdbcClient.StatementSpec bound(List<Asked> asked, String sql) {
    return jdbc.sql(sql)
        .param("workspaces",
            asked.stream().map(a -> a.lane.workspace().value()).toArray(UUID[]::new))
        .param("accounts", asked.stream().map(a -> a.lane.account().value()).toArray(UUID[]::new))
        .param("fences", asked.stream().map(a -> a.lane.fence()).toArray(Long[]::new))
        .param("nows", asked.stream().map(a -> at(a.now).toString()).toArray(String[]::new));
  }

  /** Sets aside, in sight, what cannot go without a person. */
  boolean hold(Delivery d, Hold hold, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            update delivery_delivery
               set standing = 'HELD', why = :hold, next_at = null, moved_at = :now, tell_at = :now
             where workspace_id = :workspace and id = :id and standing = 'SCHEDULED'
            """)
        .param("workspace", d.workspace().value())
        .param("id", d.id().value())
        .param("hold", hold.name())
        .param("now", at(now))
        .update() == 1);
  }

  /** Leaves out for good what is too late, with all that would have come after it. */
  boolean skip(Delivery d, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            with recursive skipped as (
              select id from delivery_delivery
               where workspace_id = :workspace and id = :id and standing = 'SCHEDULED'
              union
              select d.id from delivery_delivery d join skipped s on d.after_id = s.id
               where d.workspace_id = :workspace and d.standing = 'HELD' and d.why = 'TURN'
            )
            update delivery_delivery
               set standing = 'SKIPPED', why = null, next_at = null, moved_at = :now,
                   tell_at = :now
             where workspace_id = :workspace and id in (select id from skipped)
               and standing in ('SCHEDULED', 'HELD')
            """)
        .param("workspace", d.workspace().value())
        .param("id", d.id().value())
        .param("now", at(now))
        .update() > 0);
  }

  private Due due(ResultSet row) throws SQLException {
    var parent = row.getString("parent_id");
    var root = row.getString("parent_root_id");
    return new Due(rows.read(row), row.getInt("failures"),
        parent == null ? null : new ReplyTo(parent, root == null ? parent : root, false, null));
  }

  private record Asked(Lane lane, Instant now) {}
}
