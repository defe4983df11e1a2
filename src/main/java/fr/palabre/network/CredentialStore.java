package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.secrets.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What opens accounts, sealed with the account's id so that no row opens another's. */
@Component
class CredentialStore {
  private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SecretBox box;

  CredentialStore(JdbcClient jdbc, JsonMapper json, SecretBox box) {
    this.jdbc = jdbc;
    this.json = json;
    this.box = box;
  }

  Optional<Stored> find(WorkspaceId workspace, AccountId account) {
    return jdbc.sql("""
            select sealed, version, expires_at from network_credential
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query((row, _) -> open(sealed(row), account))
        .optional();
  }

  /** What these accounts' rows hold, still sealed. */
  Map<AccountKey, Sealed> among(List<AccountKey> accounts) {
    var found = new HashMap<AccountKey, Sealed>();
    jdbc.sql("""
            select c.workspace_id, c.account_id, c.sealed, c.version, c.expires_at
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[])) as a(w, id)
              join network_credential c on c.workspace_id = a.w and c.account_id = a.id
            """)
        .param("workspaces", AccountKey.workspaces(accounts))
        .param("accounts", AccountKey.accounts(accounts))
        .query((row, _) -> found.put(key(row), sealed(row)))
        .list();
    return found;
  }

  /** What tells the sealings of these accounts from any other; none where nothing opens it. */
  Map<AccountKey, String> sealings(List<AccountKey> accounts) {
    return jdbc.sql("""
            select c.workspace_id, c.account_id, encode(substring(c.sealed for 12), 'hex') as sealing
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[])) as a(w, id)
              join network_credential c on c.workspace_id = a.w and c.account_id = a.id
            """)
        .param("workspaces", AccountKey.workspaces(accounts))
        .param("accounts", AccountKey.accounts(accounts))
        .query((row, _) -> Map.entry(key(row), row.getString("sealing")))
        .list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
  }

  /** Writes what a person just granted, or a refresher just got; frees the refresher's lease. */
  void store(WorkspaceId workspace, AccountId account, Credentials credentials, Instant now) {
    jdbc.sql("""
            insert into network_credential (workspace_id, account_id, sealed, expires_at, renewed_at)
            values (:workspace, :account, :sealed, :expires, :now)
            on conflict (workspace_id, account_id) do update
               set sealed = excluded.sealed, expires_at = excluded.expires_at,
                   renewed_at = excluded.renewed_at, refreshing_until = null,
                   version = network_credential.version + 1
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("sealed", box.seal(secrets(credentials), account.toString()))
        .param("expires", atOrNull(credentials.expiresAt()))
        .param("now", at(now))
        .update();
  }

  /** Takes the right to refresh this version; false while another refresher has it, or had it. */
  boolean claimRefresh(WorkspaceId workspace, AccountId account, int version, Instant now,
      Instant until) {
    return jdbc.sql("""
            update network_credential set refreshing_until = :until
             where workspace_id = :workspace and account_id = :account and version = :version
               and (refreshing_until is null or refreshing_until <= :now)
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("version", version)
        .param("now", at(now))
        .param("until", at(until))
        .update() == 1;
  }

  void releaseRefresh(WorkspaceId workspace, AccountId account, int version) {
    jdbc.sql("""
            update network_credential set refreshing_until = null
             where workspace_id = :workspace and account_id = :account and version = :version
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("version", version)
        .update();
  }

  void forget(WorkspaceId workspace, AccountId account) {
    jdbc.sql("""
            delete from network_credential
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .update();
  }

  private Secret secrets(Credentials credentials) {
    var plain = new HashMap<String, String>();
    credentials.secrets().forEach((name, secret) -> plain.put(name, secret.reveal()));
    return new Secret(json.writeValueAsString(plain));
  }

  /** Deciphers what a row holds. */
  Stored open(Sealed sealed, AccountId account) {
    var opened = box.open(sealed.bytes, account.toString());
    var secrets = new HashMap<String, Secret>();
    json.readValue(opened.reveal(), SECRETS).forEach((n, v) -> secrets.put(n, new Secret(v)));
    return new Stored(new Credentials(secrets, sealed.expiresAt), sealed.version,
        HexFormat.of().formatHex(sealed.bytes, 0, 12));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(row.getBytes("sealed"), row.getInt("version"),
        instantOrNull(row, "expires_at"));
  }

  private static AccountKey key(ResultSet row) throws SQLException {
    return new AccountKey(new WorkspaceId(uuid(row, "workspace_id")),
        new AccountId(uuid(row, "account_id")));
  }

  /** Credentials as their row holds them. */
  record Sealed(byte[] bytes, int version, @Nullable Instant expiresAt) {}

  /**
   * Credentials as they stood when read.
   *
   * @param sealing the nonce they were sealed with: no other sealing has it
   */
  record Stored(Credentials credentials, int version, String sealing) {}
}
