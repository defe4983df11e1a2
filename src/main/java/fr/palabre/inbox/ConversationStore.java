package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.community.PersonId;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Inbound;
import fr.palabre.network.NetworkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations' own rows. Whoever changes one locks it first. */
@Component
class ConversationStore {
  private static final String FIELDS = """
      select id, account_id, network, kind, root_id, post_id, person_id, author_name,
             author_handle, turn_id, waiting_since, closed_at, assignee_id, assignee_name, version,
             place
        from inbox_conversation
       where workspace_id = :workspace
      """;
  private final JdbcClient jdbc;

  ConversationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Conversation> find(WorkspaceId workspace, ConversationId id) {
    return jdbc.sql(FIELDS + " and id = :id")
        .param("workspace", workspace.value()).param("id", id.value())
        .query((row, _) -> conversation(row))
        .optional();
  }

  Optional<Conversation> lock(WorkspaceId workspace, ConversationId id) {
    return jdbc.sql(FIELDS + " and id = :id for update")
        .param("workspace", workspace.value()).param("id", id.value())
        .query((row, _) -> conversation(row))
        .optional();
  }

  Optional<Conversation> lockRoot(WorkspaceId workspace, AccountId account, Inbound.Kind kind,
      String rootId) {
    return jdbc.sql(FIELDS + """
             and account_id = :account and kind = :kind and root_id = :root for update
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("kind", kind.name())
        .param("root", rootId)
        .query((row, _) -> conversation(row))
        .optional();
  }

  /** The conversation that began with an answer to this message, which we had not seen then. */
  Optional<Conversation> lockOrphan(WorkspaceId workspace, AccountId account, String remoteId) {
    return jdbc.sql(FIELDS + """
             and account_id = :account and orphan_of = :remote
           order by id
           limit 1
             for update
            """)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .query((row, _) -> conversation(row))
        .optional();
  }

  void open(WorkspaceId workspace, Conversation c, @Nullable String orphanOf, Instant at) {
    jdbc.sql("""
            insert into inbox_conversation (workspace_id, id, account_id, network, kind, root_id,
                post_id, orphan_of, person_id, author_name, author_handle, excerpt,
                last_inbound_at, last_at, version)
            values (:workspace, :id, :account, :network, :kind, :root, :post, :orphan, :person,
                :name, :handle, '', :at, :at, 0)
            """)
        .param("workspace", workspace.value())
        .param("id", c.id().value())
        .param("account", c.account().value())
        .param("network", c.network().value())
        .param("kind", c.kind().name())
        .param("root", c.rootId())
        .param("post", c.postId())
        .param("orphan", orphanOf)
        .param("person", c.person().value())
        .param("name", c.authorName())
        .param("handle", c.authorHandle())
        .param("at", at(at))
        .update();
  }

  /** Someone of the public spoke: what the list shows is theirs, unless it came late. */
  int heard(WorkspaceId workspace, ConversationId id, PersonId person, Inbound.Message m,
      String excerpt) {
    return jdbc.sql("""
            update inbox_conversation
               set person_id = case when last_inbound_at <= :at then :person else person_id end,
                   author_name = case when last_inbound_at <= :at then :name else author_name end,
                   author_handle =
                     case when last_inbound_at <= :at then :handle else author_handle end,
                   excerpt = case when last_inbound_at <= :at then :excerpt else excerpt end,
                   last_inbound_at = greatest(last_inbound_at, :at),
                   last_at = greatest(last_at, :at),
                   version = version + 1
             where workspace_id = :workspace and id = :id
            returning version
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("person", person.value())
        .param("name", m.author().displayName().isBlank()
            ? m.author().handle() : m.author().displayName())
        .param("handle", m.author().handle())
        .param("excerpt", excerpt)
        .param("at", at(m.at()))
        .query(Integer.class).single();
  }

  /** Waits for an answer to this turn, and is open again if it was closed. */
  void wait(WorkspaceId workspace, ConversationId id, UUID turn) {
    jdbc.sql("""
            update inbox_conversation c
               set turn_id = t.id, waiting_since = t.started_at, unanswered = t.messages,
                   closed_at = null
              from inbox_turn t
             where c.workspace_id = :workspace and c.id = :id
               and t.workspace_id = :workspace and t.id = :turn
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("turn", turn)
        .update();
  }

  void waitNoMore(WorkspaceId workspace, ConversationId id, @Nullable Instant lastAt) {
    jdbc.sql("""
            update inbox_conversation
               set turn_id = null, waiting_since = null, unanswered = 0,
                   last_at = greatest(last_at, coalesce(:at, last_at))
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("at", lastAt == null ? null : at(lastAt))
        .update();
  }

  void close(WorkspaceId workspace, ConversationId id, Instant now) {
    jdbc.sql("""
            update inbox_conversation
               set turn_id = null, waiting_since = null, unanswered = 0, closed_at = :now
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("now", at(now))
        .update();
  }

  void reopen(WorkspaceId workspace, ConversationId id) {
    jdbc.sql("update inbox_conversation set closed_at = null "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value()).param("id", id.value())
        .update();
  }

  void assign(WorkspaceId workspace, ConversationId id, @Nullable UUID user,
      @Nullable String name) {
    jdbc.sql("update inbox_conversation set assignee_id = :user, assignee_name = :name "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("user", user)
        .param("name", name)
        .update();
  }

  /** Marks what has happened as something to have read before acting; the new version. */
  int touch(WorkspaceId workspace, ConversationId id) {
    return jdbc.sql("update inbox_conversation set version = version + 1 "
            + "where workspace_id = :workspace and id = :id returning version")
        .param("workspace", workspace.value()).param("id", id.value())
        .query(Integer.class).single();
  }

  void excerpt(WorkspaceId workspace, ConversationId id, String excerpt) {
    jdbc.sql("update inbox_conversation set excerpt = :excerpt "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("excerpt", excerpt)
        .update();
  }

  /** What the list says of our answers: the most worrying of those that are not out. */
  void tellReplyState(WorkspaceId workspace, ConversationId id) {
    jdbc.sql("""
            update inbox_conversation c
               set reply_state = (
                 select m.state
                   from inbox_message m
                  where m.workspace_id = :workspace and m.conversation_id = :id
                    and m.state in ('REFUSED', 'UNKNOWN', 'SENDING')
                  order by array_position(array['REFUSED', 'UNKNOWN', 'SENDING'], m.state)
                  limit 1)
             where c.workspace_id = :workspace and c.id = :id
            """)
        .param("workspace", workspace.value()).param("id", id.value())
        .update();
  }

  private static Conversation conversation(ResultSet row) throws SQLException {
    var assignee = uuidOrNull(row, "assignee_id");
    return new Conversation(new ConversationId(uuid(row, "id")),
        new AccountId(uuid(row, "account_id")), new NetworkId(row.getString("network")),
        Inbound.Kind.valueOf(row.getString("kind")), row.getString("root_id"),
        row.getString("post_id"), new PersonId(uuid(row, "person_id")),
        row.getString("author_name"), row.getString("author_handle"), uuidOrNull(row, "turn_id"),
        instantOrNull(row, "waiting_since"), instantOrNull(row, "closed_at"),
        assignee == null ? null : new UserId(assignee), row.getString("assignee_name"),
        row.getInt("version"), row.getLong("place"));
  }
}
