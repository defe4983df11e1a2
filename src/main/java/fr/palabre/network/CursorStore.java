package fr.palabre.network;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.CallNotes.Sooner;
import java.time.Instant;
import java.util.List;
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

  /** Something of theirs just went out: people may answer soon. */
  int hasten(List<Sooner> all) {
    return jdbc.sql("""
            update network_cursor c
               set next_poll_at = least(c.next_poll_at, s.next),
                   rhythm_seconds = least(c.rhythm_seconds, 30)
              from (select n.workspace_id, n.account_id, s.next
                      from unnest(cast(:workspaces as uuid[]), cast(:accounts as uuid[]),
                                  cast(:nexts as timestamptz[])) as s(w, id, next)
                      join network_cursor n on n.workspace_id = s.w and n.account_id = s.id
                     order by n.workspace_id, n.account_id
                       for update of n) s
             where c.workspace_id = s.workspace_id and c.account_id = s.account_id
               and c.next_poll_at <> 'infinity'
            """)
        .param("workspaces", AccountKey.workspaces(all.stream().map(Sooner::key).toList()))
        .param("accounts", AccountKey.accounts(all.stream().map(Sooner::key).toList()))
        .param("nexts", all.stream().map(s -> at(s.next()).toString()).toArray(String[]::new))
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
