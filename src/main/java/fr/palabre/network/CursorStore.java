package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are read. */
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
