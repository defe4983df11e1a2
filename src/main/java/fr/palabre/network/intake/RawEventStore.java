package fr.palabre.network.intake;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.RawEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What networks sent, and whether it was understood. */
@Component
class RawEventStore {
  private static final String WAITING = " understood_at is null and failed_at is null ";
  private final JdbcClient jdbc;

  RawEventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what is not known yet; returns how many that was. */
  int keep(WorkspaceId workspace, AccountId account, List<RawEvent> events, Instant now) {
    int fresh = 0;
    for (var event : events) fresh += keep(workspace, account, event, now);
    return fresh;
  }

  private int keep(WorkspaceId workspace, AccountId account, RawEvent event, Instant now) {
    return jdbc.sql("""
            insert into network_raw_event (workspace_id, account_id, external_id, revision,
                                           payload, received_at)
            values (:workspace, :account, :external, :revision, :payload, :now)
            on conflict (workspace_id, account_id, external_id, revision) do nothing
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("external", event.externalId())
        .param("revision", event.revision())
        .param("payload", event.payload())
        .param("now", at(now))
        .update();
  }

  /** Accounts for which something waits to be understood, whoever's they are. */
  List<Waiting> waitingAccounts(int limit) {
    return jdbc.sql("select distinct workspace_id, account_id from network_raw_event where"
            + WAITING + "limit :limit")
        .param("limit", limit)
        .query((row, _) -> new Waiting(new WorkspaceId(uuid(row, "workspace_id")),
            new AccountId(uuid(row, "account_id"))))
        .list();
  }

  /** Orders the events of one account: false while another node understands them. */
  boolean lock(AccountId account) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:account, 7262))")
        .param("account", account.toString())
        .query(Boolean.class)
        .single();
  }

  Optional<Stored> oldestWaiting(WorkspaceId workspace, AccountId account) {
    return jdbc.sql("""
            select id, external_id, revision, payload from network_raw_event
             where workspace_id = :workspace and account_id = :account and
            """ + WAITING + "order by received_at, id limit 1")
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query((row, _) -> new Stored(uuid(row, "id"), new RawEvent(row.getString("external_id"),
            row.getString("revision"), row.getString("payload"))))
        .optional();
  }

  void understood(WorkspaceId workspace, UUID id, Instant now) {
    jdbc.sql("""
            update network_raw_event
               set understood_at = :now, failed_at = null, error = null, attempts = attempts + 1
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  void failed(WorkspaceId workspace, UUID id, String error, Instant now) {
    jdbc.sql("""
            update network_raw_event set failed_at = :now, error = :error, attempts = attempts + 1
             where workspace_id = :workspace and id = :id and understood_at is null
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("error", error)
        .param("now", at(now))
        .update();
  }

  /** Those that were not understood, latest first. */
  List<NotUnderstood> notUnderstood(WorkspaceId workspace, int limit) {
    return jdbc.sql("""
            select id, account_id, external_id, error, attempts, received_at, failed_at
              from network_raw_event
             where workspace_id = :workspace and understood_at is null and failed_at is not null
             order by failed_at desc limit :limit
            """)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((row, _) -> new NotUnderstood(uuid(row, "id"),
            new AccountId(uuid(row, "account_id")), row.getString("external_id"),
            row.getString("error"), row.getInt("attempts"), instant(row, "received_at"),
            instant(row, "failed_at")))
        .list();
  }

  /** Puts one back among those that wait; returns whose it is. */
  Optional<AccountId> retry(WorkspaceId workspace, UUID id) {
    return jdbc.sql("""
            update network_raw_event set failed_at = null, error = null
             where workspace_id = :workspace and id = :id
               and understood_at is null and failed_at is not null
            returning account_id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .query((row, _) -> new AccountId(uuid(row, "account_id")))
        .optional();
  }

  int retryAll(WorkspaceId workspace) {
    return jdbc.sql("""
            update network_raw_event set failed_at = null, error = null
             where workspace_id = :workspace and understood_at is null and failed_at is not null
            """)
        .param("workspace", workspace.value())
        .update();
  }

  /** Everything that was understood before that hour; it lives on as messages and reactions. */
  int forgetUnderstoodBefore(Instant hour) {
    return jdbc.sql("delete from network_raw_event where understood_at < :hour")
        .param("hour", at(hour))
        .update();
  }

  record Stored(UUID id, RawEvent event) {}

  record Waiting(WorkspaceId workspace, AccountId account) {}
}
