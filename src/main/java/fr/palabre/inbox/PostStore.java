package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.atOrNull;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts of ours that people answer, like and share. */
@Component
class PostStore {
  private final JdbcClient jdbc;

  PostStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean knows(WorkspaceId workspace, AccountId account, String remoteId) {
    return jdbc.sql("""
            select count(*)
              from inbox_post
             where workspace_id = :workspace and account_id = :account and remote_id = :remote
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .query(Integer.class).single() == 1;
  }

  /** Makes sure the post has its anchor; its words come with {@link #published} if ever. */
  void anchor(WorkspaceId workspace, AccountId account, String remoteId) {
    jdbc.sql("insert into inbox_post (workspace_id, account_id, remote_id) "
            + "values (:workspace, :account, :remote) on conflict do nothing")
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .update();
  }

  void published(WorkspaceId workspace, AccountId account, String remoteId, String text,
      @Nullable URI permalink, Instant at) {
    jdbc.sql("""
            insert into inbox_post (workspace_id, account_id, remote_id, text, permalink, at)
            values (:workspace, :account, :remote, :text, :permalink, :at)
            on conflict (workspace_id, account_id, remote_id) do update
               set text = excluded.text, at = coalesce(inbox_post.at, excluded.at),
                   permalink = coalesce(excluded.permalink, inbox_post.permalink)
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .param("text", text)
        .param("permalink", permalink == null ? null : permalink.toString())
        .param("at", atOrNull(at))
        .update();
  }

  void removed(WorkspaceId workspace, AccountId account, String remoteId, Instant at) {
    jdbc.sql("""
            update inbox_post
               set removed_at = :at
             where workspace_id = :workspace and account_id = :account and remote_id = :remote
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .param("at", atOrNull(at))
        .update();
  }
}
