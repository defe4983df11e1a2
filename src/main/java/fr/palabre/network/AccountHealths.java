package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountHealth.Failure;
import fr.palabre.network.AccountHealth.Polling;
import fr.palabre.network.AccountHealth.Quota;
import fr.palabre.platform.web.HealthLight.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how a brand's accounts fare: all of it for a page, its worst for the light. */
@Component
public class AccountHealths {
  private final JdbcClient jdbc;
  private final AccountStore accounts;
  private final Connectors connectors;

  AccountHealths(JdbcClient jdbc, AccountStore accounts, Connectors connectors) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.connectors = connectors;
  }

  /** Of every account not removed, within the caller's transaction. */
  public List<AccountHealth> of(WorkspaceId workspace) {
    var quotas = quotas(workspace);
    return jdbc.sql("""
            select a.*, c.expires_at, h.last_success_at, h.last_failure_at, h.failing_since,
                   h.failure, h.failure_code, p.next_poll_at, p.rhythm_seconds, p.polled_at,
                   p.last_event_at, p.usual_silence_seconds
              from network_account a
              left join network_credential c
                on c.workspace_id = a.workspace_id and c.account_id = a.id
              left join network_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
              left join network_cursor p on p.workspace_id = a.workspace_id and p.account_id = a.id
             where a.workspace_id = :workspace and a.standing <> 'REMOVED'
             order by a.network, lower(a.handle)
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> health(row, quotas))
        .list().stream()
        .filter(h -> connectors.find(h.account().network()).isPresent())
        .toList();
  }

  /** The worst that is so now; one query. */
  public State worst(WorkspaceId workspace, Instant now) {
    return jdbc.sql("""
            select coalesce(bool_or(a.standing = 'DISCONNECTED'), false) as broken,
                   coalesce(bool_or(cardinality(a.missing_scopes) > 0
                     or h.failing_since < :failing
                     or (a.standing = 'CONNECTED' and p.last_event_at + greatest(
                           p.usual_silence_seconds * :tooLong, :least) * interval '1 second'
                         < :now)), false)
                   or exists (select from network_raw_event e
                               where e.workspace_id = :workspace and e.understood_at is null
                                 and e.failed_at is not null) as attention
              from network_account a
              left join network_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
              left join network_cursor p on p.workspace_id = a.workspace_id and p.account_id = a.id
             where a.workspace_id = :workspace and a.standing <> 'REMOVED'
            """)
        .param("workspace", workspace.value())
        .param("failing", at(now.minus(AccountHealth.FAILING_LONG)))
        .param("tooLong", AccountHealth.TOO_LONG)
        .param("least", AccountHealth.LEAST_SILENCE.toSeconds())
        .param("now", at(now))
        .query((row, _) -> row.getBoolean("broken") ? State.BROKEN
            : row.getBoolean("attention") ? State.ATTENTION : State.OK)
        .single();
  }

  private Map<UUID, List<Quota>> quotas(WorkspaceId workspace) {
    return jdbc.sql("""
            select account_id, bucket, allowed, remaining, resets_at from network_quota
             where workspace_id = :workspace order by bucket
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> Map.entry(uuid(row, "account_id"), new Quota(row.getString("bucket"),
            row.getObject("allowed", Long.class), row.getLong("remaining"),
            instantOrNull(row, "resets_at"))))
        .list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private AccountHealth health(ResultSet row, Map<UUID, List<Quota>> quotas) throws SQLException {
    var account = accounts.account(row);
    return new AccountHealth(account, row.getString("disconnected_code"),
        List.of((String[]) row.getArray("missing_scopes").getArray()),
        renews(account) ? null : instantOrNull(row, "expires_at"),
        instantOrNull(row, "last_success_at"), failure(row),
        quotas.getOrDefault(account.id().value(), List.of()), polling(row));
  }

  private boolean renews(ConnectedAccount account) {
    return connectors.find(account.network()).filter(RefreshesTokens.class::isInstance).isPresent();
  }

  private static @Nullable Failure failure(ResultSet row) throws SQLException {
    var since = instantOrNull(row, "failing_since");
    return since == null ? null : new Failure(row.getString("failure"),
        row.getString("failure_code"), instant(row, "last_failure_at"), since);
  }

  private static @Nullable Polling polling(ResultSet row) throws SQLException {
    var next = instantOrNull(row, "next_poll_at");
    if (next == null) return null;
    var silence = row.getObject("usual_silence_seconds", Long.class);
    return new Polling(next, Duration.ofSeconds(row.getLong("rhythm_seconds")),
        instantOrNull(row, "polled_at"), instantOrNull(row, "last_event_at"),
        silence == null ? null : Duration.ofSeconds(silence));
  }
}
