package fr.palabre.delivery;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops all that goes out, and starts it again. Deletions pass: taking back is what one does in a
 * crisis. What had begun cannot be called back; {@link #freeze} says how much that is.
 */
@Component
@Transactional
public class Freezes {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Freezes(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** @return how many calls had already begun and may still come out */
  public int freeze(Member me, FreezeScope scope, String reason) {
    var id = Ids.next();
    var account = account(scope);
    var frozen = jdbc.sql("""
            insert into delivery_freeze (workspace_id, id, account_id, reason, frozen_by, frozen_at)
            values (:workspace, :id, :account, :reason, :by, :now)
            on conflict do nothing
            """)
        .param("workspace", me.workspaceId().value())
        .param("id", id)
        .param("account", account)
        .param("reason", reason)
        .param("by", me.userId())
        .param("now", at(clock.instant()))
        .update() == 1;
    if (frozen)
      audit.record(me.workspaceId().value(), me.userId(), "delivery.frozen", id, reason);
    return begun(me.workspaceId(), account);
  }

  /**
   * Starts again. What became due meanwhile does not burst out: each waits for a person's word.
   *
   * @return how many wait
   */
  public int thaw(Member me, UUID freeze) {
    var thawed = jdbc.sql("""
            update delivery_freeze set thawed_by = :by, thawed_at = :now
             where workspace_id = :workspace and id = :id and thawed_at is null
            returning id, account_id, reason, frozen_by, frozen_at
            """)
        .param("workspace", me.workspaceId().value())
        .param("id", freeze)
        .param("by", me.userId())
        .param("now", at(clock.instant()))
        .query((row, _) -> freeze(row))
        .optional();
    if (thawed.isEmpty()) return 0;
    audit.record(me.workspaceId().value(), me.userId(), "delivery.thawed", freeze,
        thawed.get().reason());
    return hold(me.workspaceId(), thawed.get().account());
  }

  /** What is stopped now, the brand first. */
  @Transactional(readOnly = true)
  public List<Freeze> active(WorkspaceId workspace) {
    return jdbc.sql("""
            select id, account_id, reason, frozen_by, frozen_at from delivery_freeze
             where workspace_id = :workspace and thawed_at is null
             order by account_id nulls first
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> freeze(row))
        .list();
  }

  @Transactional(readOnly = true)
  public boolean frozen(WorkspaceId workspace, AccountId account) {
    return active(workspace).stream()
        .anyMatch(f -> f.account() == null || f.account().equals(account));
  }

  private int begun(WorkspaceId workspace, @Nullable UUID account) {
    return jdbc.sql("""
            select count(*) from delivery_delivery
             where workspace_id = :workspace and standing = 'SUBMITTING'
               and (cast(:account as uuid) is null or account_id = :account)
            """)
        .param("workspace", workspace.value())
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  // Whatever became due under this freeze and is under no other.
  private int hold(WorkspaceId workspace, @Nullable AccountId account) {
    return jdbc.sql("""
            update delivery_delivery d
               set standing = 'HELD', why = 'THAWED', next_at = null, moved_at = :now
             where d.workspace_id = :workspace and d.standing = 'SCHEDULED'
               and d.next_at <= :now and d.act <> 'DELETE'
               and (cast(:account as uuid) is null or d.account_id = :account)
               and not exists (
                 select from delivery_freeze f
                  where f.workspace_id = d.workspace_id and f.thawed_at is null
                    and (f.account_id is null or f.account_id = d.account_id))
            """)
        .param("workspace", workspace.value())
        .param("account", account == null ? null : account.value())
        .param("now", at(clock.instant()))
        .update();
  }

  private static @Nullable UUID account(FreezeScope scope) {
    return switch (scope) {
      case FreezeScope.Account(AccountId id) -> id.value();
      case FreezeScope.Brand _ -> null;
    };
  }

  private static Freeze freeze(ResultSet row) throws SQLException {
    var account = uuidOrNull(row, "account_id");
    return new Freeze(uuid(row, "id"), account == null ? null : new AccountId(account),
        row.getString("reason"), new UserId(uuid(row, "frozen_by")), instant(row, "frozen_at"));
  }
}
