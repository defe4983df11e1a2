package fr.palabre.delivery.engine;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.Standing.Hold;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.network.PostDraft.ReplyTo;
import fr.palabre.platform.db.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due in a lane one holds. */
@Component
class DueStore {
  private static final int BATCH = 25;
  private final JdbcClient jdbc;
  private final DeliveryRows rows;
  private final RowScope scope;

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
    return scope.everywhere(() -> jdbc.sql("""
            with lost as (
              update delivery_delivery
                 set standing = case act when 'PUBLISH' then 'IN_DOUBT' else 'SCHEDULED' end,
                     why = case act when 'PUBLISH' then null else 'UNREACHABLE' end,
                     readings = 0, next_at = :now, moved_at = :now, tell_at = :now
               where workspace_id = :workspace and account_id = :account
                 and next_at is not null and standing = 'SUBMITTING' and fence < :fence
              returning workspace_id, id, steps
            )
            update delivery_attempt a
               set answered_at = :now, result = 'UNKNOWN', detail = 'interrupted'
              from lost
             where a.workspace_id = lost.workspace_id and a.delivery_id = lost.id
               and a.number = lost.steps and a.answered_at is null
            """)
        .param("workspace", lane.workspace().value())
        .param("account", lane.account().value())
        .param("fence", lane.fence())
        .param("now", at(now))
        .update());
  }

  /** The next to see through, in the order they were planned. Reading back is no act: frozen, one may. */
  List<Due> due(Lane lane, Instant now) {
    return scope.everywhere(() -> jdbc.sql("""
            select d.*, p.remote_id as parent_id, p.root_id as parent_root_id
              from delivery_delivery d
              left join delivery_delivery p
                on p.workspace_id = d.workspace_id and p.id = d.after_id
             where d.workspace_id = :workspace and d.account_id = :account
               and d.not_before <= :now and d.next_at <= :now
               and (d.standing = 'IN_DOUBT'
                 or d.standing = 'SCHEDULED' and (d.act = 'DELETE' or not exists (
                      select from delivery_freeze f
                       where f.workspace_id = d.workspace_id and f.thawed_at is null
                         and (f.account_id is null or f.account_id = d.account_id))))
             order by d.not_before, d.id
             limit :batch
            """)
        .param("workspace", lane.workspace().value())
        .param("account", lane.account().value())
        .param("now", at(now))
        .param("batch", BATCH)
        .query((row, _) -> due(row))
        .list());
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

  private Due due(ResultSet row) throws SQLException {
    var parent = row.getString("parent_id");
    var root = row.getString("parent_root_id");
    return new Due(rows.read(row), row.getInt("failures"),
        parent == null ? null : new ReplyTo(parent, root == null ? parent : root, false, null));
  }
}
