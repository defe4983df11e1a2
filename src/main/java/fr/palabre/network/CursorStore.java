package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are read, and from when; the intake reads them. */
@Component
class CursorStore {
  private static final int FIRST_RHYTHM_SECONDS = 60;
  private final JdbcClient jdbc;

  CursorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads the account from now on, at once; where it was read before, reading goes on from there. */
  void open(WorkspaceId workspace, AccountId account, Instant now) {
    jdbc.sql("""
            insert into network_cursor (workspace_id, account_id, rhythm_seconds, next_poll_at)
            values (:workspace, :account, :rhythm, :now)
            on conflict (workspace_id, account_id) do update
               set next_poll_at = :now, leased_until = null, rhythm_seconds = :rhythm
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("rhythm", FIRST_RHYTHM_SECONDS)
        .param("now", at(now))
        .update();
  }

  /** Something of ours just went out: people may answer soon. */
  void hasten(ConnectedAccount account, Instant next) {
    jdbc.sql("""
            update network_cursor
               set next_poll_at = least(next_poll_at, :next), rhythm_seconds = least(rhythm_seconds, 30)
             where workspace_id = :workspace and account_id = :account
               and next_poll_at <> 'infinity'
            """)
        .param("workspace", account.workspace().value())
        .param("account", account.id().value())
        .param("next", at(next))
        .update();
  }

  void close(WorkspaceId workspace, AccountId account) {
    jdbc.sql("""
            update network_cursor set next_poll_at = 'infinity', leased_until = null
             where workspace_id = :workspace and account_id = :account
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .update();
  }
}
