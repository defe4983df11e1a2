package fr.palabre.delivery;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.delivery.rows.ActRows;
import fr.palabre.delivery.rows.DeliveryRows;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries as people and modules move them; what the engine writes stands in its journal. */
@Component
class DeliveryStore {
  private final JdbcClient jdbc;
  private final ActRows acts;
  private final DeliveryRows rows;

  DeliveryStore(JdbcClient jdbc, ActRows acts, DeliveryRows rows) {
    this.jdbc = jdbc;
    this.acts = acts;
    this.rows = rows;
  }

  void insert(DeliveryId id, NewDelivery d, boolean itsTurn, Instant now) {
    jdbc.sql("""
            insert into delivery_lane (workspace_id, account_id) values (:workspace, :account)
            on conflict do nothing
            """)
        .param("workspace", d.workspace().value())
        .param("account", d.account().value())
        .update();
    jdbc.sql("""
            insert into delivery_delivery (workspace_id, id, account_id, act, target_id, draft,
                subject_kind, subject_id, after_id, not_before, not_after, skips_late, standing, why,
                next_at, asked_by, created_at, moved_at)
            values (:workspace, :id, :account, :act, :target, cast(:draft as jsonb),
                :kind, :subject, :after, :notBefore, :notAfter, :skips, :standing, :why,
                :nextAt, :by, :now, :now)
            """)
        .param("workspace", d.workspace().value())
        .param("id", id.value())
        .param("account", d.account().value())
        .param("act", ActRows.name(d.act()))
        .param("target", ActRows.target(d.act()))
        .param("draft", acts.draft(d.act()))
        .param("kind", d.subject().kind())
        .param("subject", d.subject().id())
        .param("after", d.after() == null ? null : d.after().value())
        .param("notBefore", at(d.notBefore()))
        .param("notAfter", atOrNull(d.notAfter()))
        .param("skips", d.skipsLate() && d.after() == null)
        .param("standing", itsTurn ? "SCHEDULED" : "HELD")
        .param("why", itsTurn ? "HOUR" : "TURN")
        .param("nextAt", itsTurn ? at(d.notBefore()) : null)
        .param("by", d.by() == null ? null : d.by().value())
        .param("now", at(now))
        .update();
  }

  /** Whether it is out, now and until the caller's transaction ends. */
  boolean isOut(WorkspaceId workspace, DeliveryId id) {
    return jdbc.sql("""
            select standing in ('ACCEPTED', 'CONFIRMED') from delivery_delivery
             where workspace_id = :workspace and id = :id
               for share
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Delivery> find(WorkspaceId workspace, DeliveryId id) {
    return jdbc.sql("select * from delivery_delivery where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> rows.read(row))
        .optional();
  }

  List<Delivery> of(WorkspaceId workspace, DeliverySubject subject) {
    return jdbc.sql("""
            select * from delivery_delivery
             where workspace_id = :workspace and subject_kind = :kind and subject_id = :id
             order by created_at, id
            """)
        .param("workspace", workspace.value())
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query((row, _) -> rows.read(row))
        .list();
  }

  List<Delivery> of(WorkspaceId workspace, Collection<DeliverySubject> subjects) {
    return jdbc.sql("""
            select * from delivery_delivery
             where workspace_id = :workspace
               and (subject_kind, subject_id) in (select * from unnest(:kinds, :ids))
             order by created_at, id
            """)
        .param("workspace", workspace.value())
        .param("kinds", subjects.stream().map(DeliverySubject::kind).toArray(String[]::new))
        .param("ids", subjects.stream().map(DeliverySubject::id).toArray(UUID[]::new))
        .query((row, _) -> rows.read(row))
        .list();
  }

  List<DeliveryAttempt> story(WorkspaceId workspace, DeliveryId id) {
    return jdbc.sql("""
            select * from delivery_attempt
             where workspace_id = :workspace and delivery_id = :id
             order by number
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> step(row))
        .list();
  }

  /** Takes back what did not begin, and what would have come after it. */
  List<DeliveryId> cancel(WorkspaceId workspace, DeliveryId id, Instant now) {
    return jdbc.sql("""
            with recursive stopped as (
              select id from delivery_delivery
               where workspace_id = :workspace and id = :id
                 and standing in ('SCHEDULED', 'HELD', 'REFUSED', 'UNDECIDED')
              union
              select d.id from delivery_delivery d join stopped s on d.after_id = s.id
               where d.workspace_id = :workspace and d.standing = 'HELD' and d.why = 'TURN'
            )
            update delivery_delivery
               set standing = 'CANCELLED', why = null, next_at = null, tell_at = :now,
                   moved_at = :now
             where workspace_id = :workspace and id in (select id from stopped)
               and standing in ('SCHEDULED', 'HELD', 'REFUSED', 'UNDECIDED')
            returning id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("now", at(now))
        .query((row, _) -> new DeliveryId(uuid(row, "id")))
        .list();
  }

  /** Gives another hour to what waits; the rest of its thread follows it. */
  boolean reschedule(WorkspaceId workspace, DeliveryId id, Instant notBefore,
      @Nullable Instant notAfter, Instant now) {
    return jdbc.sql("""
            update delivery_delivery
               set not_before = :notBefore, not_after = :notAfter, moved_at = :now,
                   standing = case when why = 'TURN' then 'HELD' else 'SCHEDULED' end,
                   why = case when why = 'TURN' then 'TURN' else 'HOUR' end,
                   next_at = case when why = 'TURN' then null else cast(:notBefore as timestamptz)
                             end
             where workspace_id = :workspace and id = :id and standing in ('SCHEDULED', 'HELD')
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("notBefore", at(notBefore))
        .param("notAfter", atOrNull(notAfter))
        .param("now", at(now))
        .update() == 1;
  }

  /** Says anew how late it may go; what was released by a person goes whatever the hour. */
  void latest(WorkspaceId workspace, DeliveryId id, Instant notAfter, boolean skips) {
    jdbc.sql("""
            update delivery_delivery
               set not_after = :notAfter, skips_late = :skips and after_id is null
             where workspace_id = :workspace and id = :id and standing in ('SCHEDULED', 'HELD')
               and not_after is not null
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("notAfter", at(notAfter))
        .param("skips", skips)
        .update();
  }

  /** Puts what stopped back on its way, from one of these standings. */
  boolean resume(WorkspaceId workspace, DeliveryId id, List<String> from, String why, Instant at,
      Instant now) {
    return jdbc.sql("""
            update delivery_delivery
               set standing = 'SCHEDULED', why = :why, next_at = :at, not_after = null,
                   not_before = least(not_before, :at),
                   failures = 0, readings = 0, reason = null, remote_code = null,
                   remote_message = null, tell_at = :now, moved_at = :now
             where workspace_id = :workspace and id = :id and standing in (:from)
               and coalesce(why, '') <> 'TURN'
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("from", from)
        .param("why", why)
        .param("at", at(at))
        .param("now", at(now))
        .update() == 1;
  }

  /** Replaces what is to be done, where nothing was done. */
  void rewrite(WorkspaceId workspace, DeliveryId id, Act act) {
    jdbc.sql("""
            update delivery_delivery set draft = cast(:draft as jsonb)
             where workspace_id = :workspace and id = :id and act = :act
               and standing in ('SCHEDULED', 'HELD', 'REFUSED')
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("act", ActRows.name(act))
        .param("draft", acts.draft(act))
        .update();
  }

  /** A person saw it on the network. */
  boolean wentOut(WorkspaceId workspace, DeliveryId id, Instant now) {
    return jdbc.sql("""
            update delivery_delivery
               set standing = 'ACCEPTED', why = null, next_at = null, tell_at = :now,
                   moved_at = :now
             where workspace_id = :workspace and id = :id
               and standing in ('IN_DOUBT', 'UNDECIDED')
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("now", at(now))
        .update() == 1;
  }

  /**
   * What waited for its turn behind one whose name on the network nobody knows: it can answer
   * nothing, so a person decides about it too.
   */
  void strand(WorkspaceId workspace, DeliveryId behind, Instant now) {
    jdbc.sql("""
            update delivery_delivery
               set standing = 'REFUSED', why = null, reason = 'PARENT_GONE',
                   remote_code = 'parent-unknown', remote_message = '', tell_at = :now,
                   moved_at = :now
             where workspace_id = :workspace and after_id = :behind
               and standing = 'HELD' and why = 'TURN'
            """)
        .param("workspace", workspace.value())
        .param("behind", behind.value())
        .param("now", at(now))
        .update();
  }

  void decided(WorkspaceId workspace, DeliveryId id, DeliveryAttempt.Result decision, UserId by,
      Instant now) {
    jdbc.sql("""
            with step as (
              update delivery_delivery set steps = steps + 1
               where workspace_id = :workspace and id = :id
              returning steps
            )
            insert into delivery_attempt (workspace_id, delivery_id, number, kind, at, answered_at,
                result, actor_id)
            select :workspace, :id, steps, 'DECISION', :now, :now, :result, :by from step
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("result", decision.name())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Wakes the engines of every node once the transaction is committed. */
  void ring() {
    jdbc.sql("select pg_notify('palabre_delivery', '')").query((_, _) -> true).list();
  }

  private static DeliveryAttempt step(ResultSet row) throws SQLException {
    var result = row.getString("result");
    return new DeliveryAttempt(
        row.getInt("number"),
        DeliveryAttempt.Kind.valueOf(row.getString("kind")),
        instant(row, "at"),
        instantOrNull(row, "answered_at"),
        result == null ? null : DeliveryAttempt.Result.valueOf(result),
        row.getString("detail"),
        instantOrNull(row, "until_at"),
        row.getObject("actor_id", UUID.class));
  }
}
