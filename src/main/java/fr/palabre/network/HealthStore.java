package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.network.Quotas.Seen;
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

  /**
   * At most one of each account and bucket. An account not connected yet has no row to hold it, and
   * its first calls are not counted.
   */
  int quotas(List<Seen> all) {
    return jdbc.sql("""
            insert into network_quota (workspace_id, account_id, bucket, allowed, remaining,
                                       resets_at, seen_at)
            select a.workspace_id, a.id, s.bucket, s.allowed, s.remaining, s.resets, s.seen
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[]),
                          cast(:buckets as text[]), cast(:alloweds as bigint[]),
                          cast(:remainings as bigint[]), cast(:resets as timestamptz[]),
                          cast(:seens as timestamptz[]))
                     as s(workspace_id, account_id, bucket, allowed, remaining, resets, seen)
              join network_account a
                on a.workspace_id = s.workspace_id and a.id = s.account_id
             order by a.workspace_id, a.id, s.bucket
            on conflict (workspace_id, account_id, bucket) do update
               set allowed = excluded.allowed, remaining = excluded.remaining,
                   resets_at = excluded.resets_at, seen_at = excluded.seen_at
            """)
        .param("workspaces", AccountKey.workspaces(all.stream().map(Seen::account).toList()))
        .param("accounts", AccountKey.accounts(all.stream().map(Seen::account).toList()))
        .param("buckets", all.stream().map(Seen::bucket).toArray(String[]::new))
        .param("alloweds", all.stream().map(Seen::allowed).toArray(Long[]::new))
        .param("remainings", all.stream().map(Seen::remaining).toArray(Long[]::new))
        .param("resets", all.stream().map(s -> time(s.resetsAt())).toArray(String[]::new))
        .param("seens", all.stream().map(s -> time(s.at())).toArray(String[]::new))
        .update();
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at(at).toString();
  }
}
