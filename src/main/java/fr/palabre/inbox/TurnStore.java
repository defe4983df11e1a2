package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns: from the first message without an answer to the answer, or to the decision of none. */
@Component
class TurnStore {
  private final JdbcClient jdbc;

  TurnStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID begin(WorkspaceId workspace, ConversationId conversation, AccountId account, Instant at) {
    var id = Ids.next();
    jdbc.sql("""
            insert into inbox_turn (workspace_id, id, conversation_id, account_id, started_at)
            values (:workspace, :id, :conversation, :account, :at)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("conversation", conversation.value())
        .param("account", account.value())
        .param("at", at(at))
        .update();
    return id;
  }

  void grow(WorkspaceId workspace, UUID turn, Instant at) {
    jdbc.sql("""
            update inbox_turn
               set messages = messages + 1, started_at = least(started_at, :at)
             where workspace_id = :workspace and id = :turn
            """)
        .param("workspace", workspace.value()).param("turn", turn).param("at", at(at))
        .update();
  }

  /** One message fewer to answer; how many are left. */
  int shrink(WorkspaceId workspace, UUID turn) {
    return jdbc.sql("update inbox_turn set messages = greatest(0, messages - 1) "
            + "where workspace_id = :workspace and id = :turn returning messages")
        .param("workspace", workspace.value()).param("turn", turn)
        .query(Integer.class).single();
  }

  /** The first person's answer ends a turn; later ones change nothing. */
  void answered(WorkspaceId workspace, UUID turn, Instant at, @Nullable UUID by) {
    end(workspace, turn, "ANSWERED", null, at, by);
  }

  void decided(WorkspaceId workspace, UUID turn, NoAnswer why, Instant at, @Nullable UUID by) {
    end(workspace, turn, "DECIDED", why.name(), at, by);
  }

  /** Takes a decision back; an answer given stays given. */
  boolean reopen(WorkspaceId workspace, UUID turn) {
    return jdbc.sql("""
            update inbox_turn
               set outcome = null, reason = null, ended_at = null, by_id = null
             where workspace_id = :workspace and id = :turn
               and outcome is distinct from 'ANSWERED'
            """)
        .param("workspace", workspace.value()).param("turn", turn)
        .update() == 1;
  }

  boolean isOpen(WorkspaceId workspace, UUID turn) {
    return jdbc.sql("select count(*) from inbox_turn "
            + "where workspace_id = :workspace and id = :turn and outcome is null")
        .param("workspace", workspace.value()).param("turn", turn)
        .query(Integer.class).single() == 1;
  }

  /** The answer to the first was refused while the second began: they wait as one. */
  void merge(WorkspaceId workspace, UUID first, UUID second) {
    jdbc.sql("update inbox_message set turn_id = :first "
            + "where workspace_id = :workspace and turn_id = :second "
            + "and conversation_id = (select conversation_id from inbox_turn "
            + "where workspace_id = :workspace and id = :second)")
        .param("workspace", workspace.value()).param("first", first).param("second", second)
        .update();
    jdbc.sql("""
            update inbox_turn a
               set messages = a.messages + b.messages,
                   started_at = least(a.started_at, b.started_at)
              from inbox_turn b
             where a.workspace_id = :workspace and a.id = :first
               and b.workspace_id = :workspace and b.id = :second
            """)
        .param("workspace", workspace.value()).param("first", first).param("second", second)
        .update();
    jdbc.sql("delete from inbox_turn where workspace_id = :workspace and id = :second")
        .param("workspace", workspace.value()).param("second", second)
        .update();
  }

  private void end(WorkspaceId workspace, UUID turn, String outcome, @Nullable String reason,
      Instant at, @Nullable UUID by) {
    jdbc.sql("""
            update inbox_turn
               set outcome = :outcome, reason = :reason, ended_at = greatest(:at, started_at),
                   by_id = :by
             where workspace_id = :workspace and id = :turn and outcome is null
            """)
        .param("workspace", workspace.value())
        .param("turn", turn)
        .param("outcome", outcome)
        .param("reason", reason)
        .param("at", at(at))
        .param("by", by)
        .update();
  }
}
