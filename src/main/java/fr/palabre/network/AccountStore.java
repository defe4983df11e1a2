package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Connected accounts. */
@Component
class AccountStore {
  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AccountStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<ConnectedAccount> connected(WorkspaceId workspace) {
    return jdbc.sql("""
            select * from network_account
             where workspace_id = :workspace and standing <> 'REMOVED'
             order by network, lower(handle)
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> account(row))
        .list();
  }

  Optional<ConnectedAccount> find(WorkspaceId workspace, AccountId id) {
    return jdbc.sql("select * from network_account where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> account(row))
        .optional();
  }

  List<ConnectedAccount> among(List<AccountKey> keys) {
    return jdbc.sql("""
            select a.*
              from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[])) as k(w, id)
              join network_account a on a.workspace_id = k.w and a.id = k.id
            """)
        .param("workspaces", AccountKey.workspaces(keys))
        .param("accounts", AccountKey.accounts(keys))
        .query((row, _) -> account(row))
        .list();
  }

  /** Writes the account; one that was there, even removed, keeps its id and so its history. */
  AccountId connect(WorkspaceId workspace, NetworkId network, Connected found, Instant now) {
    return jdbc.sql("""
            insert into network_account (workspace_id, id, network, remote_id, handle,
                display_name, avatar_url, settings, standing, missing_scopes, connected_at)
            values (:workspace, :id, :network, :remote, :handle, :name, :avatar,
                cast(:settings as jsonb), 'CONNECTED', :missing, :now)
            on conflict (workspace_id, network, remote_id) do update
               set handle = excluded.handle, display_name = excluded.display_name,
                   avatar_url = excluded.avatar_url, settings = excluded.settings,
                   standing = 'CONNECTED', missing_scopes = excluded.missing_scopes,
                   disconnected_code = null, disconnected_at = null, removed_at = null
            returning id
            """)
        .param("workspace", workspace.value())
        .param("id", AccountId.next().value())
        .param("network", network.value())
        .param("remote", found.remoteId())
        .param("handle", found.handle())
        .param("name", found.displayName())
        .param("avatar", found.avatarUrl())
        .param("settings", json.writeValueAsString(found.settings()))
        .param("missing", found.missingScopes().toArray(new String[0]))
        .param("now", at(now))
        .query((row, _) -> new AccountId(uuid(row, "id")))
        .single();
  }

  void learnt(ConnectedAccount account, Map<String, String> settings) {
    jdbc.sql("""
            update network_account set settings = settings || cast(:more as jsonb)
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", account.workspace().value())
        .param("id", account.id().value())
        .param("more", json.writeValueAsString(settings))
        .update();
  }

  /** @return whether it was connected until now */
  boolean disconnect(WorkspaceId workspace, AccountId id, String code, Instant now) {
    return jdbc.sql("""
            update network_account
               set standing = 'DISCONNECTED', disconnected_code = :code, disconnected_at = :now
             where workspace_id = :workspace and id = :id and standing = 'CONNECTED'
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("code", code)
        .param("now", at(now))
        .update() == 1;
  }

  /** @return whether it was there until now */
  boolean remove(WorkspaceId workspace, AccountId id, Instant now) {
    return jdbc.sql("""
            update network_account set standing = 'REMOVED', removed_at = :now
             where workspace_id = :workspace and id = :id and standing <> 'REMOVED'
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("now", at(now))
        .update() == 1;
  }

  ConnectedAccount account(ResultSet row) throws SQLException {
    return new ConnectedAccount(
        new AccountId(uuid(row, "id")),
        new WorkspaceId(uuid(row, "workspace_id")),
        new NetworkId(row.getString("network")),
        row.getString("remote_id"),
        row.getString("handle"),
        row.getString("display_name"),
        row.getString("avatar_url"),
        json.readValue(row.getString("settings"), SETTINGS),
        Standing.valueOf(row.getString("standing")));
  }
}
