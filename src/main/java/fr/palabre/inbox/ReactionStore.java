package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.community.PersonId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Inbound.Reaction;
import fr.palabre.network.Inbound.ReactionKind;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Likes, shares and follows: each counted once, however often the network tells it. */
@Component
class ReactionStore {
  private final JdbcClient jdbc;

  ReactionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was new. */
  boolean add(WorkspaceId workspace, AccountId account, PersonId person, Reaction r) {
    return jdbc.sql("""
            insert into inbox_reaction (workspace_id, account_id, on_id, kind, person_id, at)
            values (:workspace, :account, :on, :kind, :person, :at)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("on", Objects.requireNonNullElse(r.onId(), ""))
        .param("kind", r.kind().name())
        .param("person", person.value())
        .param("at", at(r.at()))
        .update() == 1;
  }

  /** Counts it on the message it concerns; false if that is no message of a conversation. */
  boolean countOnMessage(WorkspaceId workspace, AccountId account, String remoteId) {
    return jdbc.sql("""
            update inbox_message
               set likes = likes + 1
             where workspace_id = :workspace and account_id = :account and remote_id = :remote
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .update() == 1;
  }

  void countOnPost(WorkspaceId workspace, AccountId account, String remoteId, ReactionKind kind) {
    jdbc.sql("""
            insert into inbox_post (workspace_id, account_id, remote_id, likes, shares)
            values (:workspace, :account, :remote, :likes, :shares)
            on conflict (workspace_id, account_id, remote_id) do update
               set likes = inbox_post.likes + excluded.likes,
                   shares = inbox_post.shares + excluded.shares
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .param("likes", kind == ReactionKind.LIKE ? 1 : 0)
        .param("shares", kind == ReactionKind.SHARE ? 1 : 0)
        .update();
  }
}
