package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each account's last calls went, and what its network says is left. */
@Component
class HealthStore {
  private final JdbcClient jdbc;

  HealthStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In one order everywhere, so that two nodes never wait for each other. */
  int worked(List<AccountKey> accounts, Instant now) {
    return jdbc.sql("""
            insert into network_health (workspace_id, account_id, last_success_at)
            select w, id, :now
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[])) as a(w, id)
             group by w, id order by w, id
            on conflict (workspace_id, account_id) do update
               set last_success_at = :now, failing_since = null
            """)
        .param("workspaces", AccountKey.workspaces(accounts))
        .param("accounts", AccountKey.accounts(accounts))
        .param("now", at(now))
        .update();
  }

  void failed(ConnectedAccount account, CallHealth.Kind kind, String code, Instant now) {
    jdbc.sql("""
            insert into network_health (workspace_id, account_id, last_failure_at, failing_since,
                                        failure, failure_code)
            values (:workspace, :account, :now, :now, :kind, :code)
            on conflict (workspace_id, account_id) do update
               set last_failure_at = :now, failure = :kind, failure_code = :code,
                   failing_since = coalesce(network_health.failing_since, :now)
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("kind", kind.name())
        .param("code", code)
        .param("now", at(now))
        .update();
  }

  /** An account not connected yet has no row to hold it, and its first calls are not counted. */
  void quota(ConnectedAccount account, String bucket, @Nullable Long allowed, long remaining,
      @Nullable Instant resetsAt, Instant now) {
    jdbc.sql("""
            insert into network_quota (workspace_id, account_id, bucket, allowed, remaining,
                                       resets_at, seen_at)
            select workspace_id, id, :bucket, cast(:allowed as bigint), :remaining,
                   cast(:resets as timestamptz), :now
              from network_account where workspace_id = :workspace and id = :account
            on conflict (workspace_id, account_id, bucket) do update
               set allowed = excluded.allowed, remaining = excluded.remaining,
                   resets_at = excluded.resets_at, seen_at = excluded.seen_at
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("bucket", bucket)
        .param("allowed", allowed)
        .param("remaining", remaining)
        .param("resets", atOrNull(resetsAt))
        .param("now", at(now))
        .update();
  }
}
