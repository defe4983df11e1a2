package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.community.PersonId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Inbound;
import fr.palabre.platform.Ids;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said, by them and by us. */
@Component
class MessageStore {
  private static final String FIELDS = """
      select id, conversation_id, account_id, turn_id, remote_id, ours, user_id, author_name,
             author_handle, text, parent_id, root_id, at, deleted_at, state, liked
        from inbox_message
       where workspace_id = :workspace
      """;
  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Message> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql(FIELDS + " and id = :id")
        .param("workspace", workspace.value()).param("id", id)
        .query((row, _) -> message(row))
        .optional();
  }

  Optional<Message> findRemote(WorkspaceId workspace, AccountId account, String remoteId) {
    return jdbc.sql(FIELDS + " and account_id = :account and remote_id = :remote")
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("remote", remoteId)
        .query((row, _) -> message(row))
        .optional();
  }

  /** Their newest message that still stands: what an answer answers unless one says otherwise. */
  Optional<Message> lastInbound(WorkspaceId workspace, ConversationId conversation) {
    return jdbc.sql(FIELDS + """
             and conversation_id = :conversation and not ours and deleted_at is null
           order by at desc
           limit 1
            """)
        .param("workspace", workspace.value())
        .param("conversation", conversation.value())
        .query((row, _) -> message(row))
        .optional();
  }

  void addInbound(WorkspaceId workspace, Conversation c, @Nullable UUID turn, PersonId person,
      Inbound.Message m, int version) {
    jdbc.sql("""
            insert into inbox_message (workspace_id, id, conversation_id, account_id, turn_id,
                remote_id, ours, person_id, author_name, author_handle, text, parent_id, root_id,
                permalink, media, language, at, version)
            values (:workspace, :id, :conversation, :account, :turn, :remote, false, :person,
                :name, :handle, :text, :parent, :root, :permalink, :media, :language, :at, :version)
            """)
        .param("workspace", workspace.value())
        .param("id", Ids.next())
        .param("conversation", c.id().value())
        .param("account", c.account().value())
        .param("turn", turn)
        .param("remote", m.remoteId())
        .param("person", person.value())
        .param("name", m.author().displayName().isBlank()
            ? m.author().handle() : m.author().displayName())
        .param("handle", m.author().handle())
        .param("text", m.text())
        .param("parent", m.parentId())
        .param("root", m.rootId())
        .param("permalink", textOrNull(m.permalink()))
        .param("media", m.media().stream().map(URI::toString).toArray(String[]::new))
        .param("language", m.language())
        .param("at", at(m.at()))
        .param("version", version)
        .update();
  }

  /** Our own words, said elsewhere and read back from the network. */
  void addFromElsewhere(WorkspaceId workspace, Conversation c, Inbound.Message m, int version) {
    jdbc.sql("""
            insert into inbox_message (workspace_id, id, conversation_id, account_id, turn_id,
                remote_id, ours, author_name, author_handle, text, parent_id, root_id, permalink,
                at, version, state)
            values (:workspace, :id, :conversation, :account, :turn, :remote, true, :name, :handle,
                :text, :parent, :root, :permalink, :at, :version, 'SENT')
            """)
        .param("workspace", workspace.value())
        .param("id", Ids.next())
        .param("conversation", c.id().value())
        .param("account", c.account().value())
        .param("turn", c.turn())
        .param("remote", m.remoteId())
        .param("name", m.author().displayName())
        .param("handle", m.author().handle())
        .param("text", m.text())
        .param("parent", m.parentId())
        .param("root", m.rootId())
        .param("permalink", textOrNull(m.permalink()))
        .param("at", at(m.at()))
        .param("version", version)
        .update();
  }

  /** An answer written here, on its way. */
  void addReply(WorkspaceId workspace, Message r, String language, int version) {
    jdbc.sql("""
            insert into inbox_message (workspace_id, id, conversation_id, account_id, turn_id, ours,
                user_id, author_name, author_handle, text, parent_id, root_id, language, at,
                version, state)
            values (:workspace, :id, :conversation, :account, :turn, true, :user, :name, :handle,
                :text, :parent, :root, :language, :at, :version, 'SENDING')
            """)
        .param("workspace", workspace.value())
        .param("id", r.id())
        .param("conversation", r.conversation().value())
        .param("account", r.account().value())
        .param("turn", r.turn())
        .param("user", r.user())
        .param("name", r.authorName())
        .param("handle", r.authorHandle())
        .param("text", r.text())
        .param("parent", r.parentId())
        .param("root", r.rootId())
        .param("language", language)
        .param("at", at(r.at()))
        .param("version", version)
        .update();
  }

  void delivery(WorkspaceId workspace, UUID id, UUID delivery, String state) {
    jdbc.sql("""
            update inbox_message
               set delivery_id = :delivery, state = :state, refusal = null, refusal_words = null
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("delivery", delivery)
        .param("state", state)
        .update();
  }

  /** It is out. If it had come back from the network before we knew, the two are one. */
  void sent(WorkspaceId workspace, Message reply, @Nullable String remoteId,
      @Nullable URI permalink, Instant at) {
    jdbc.sql("""
            delete from inbox_message
             where workspace_id = :workspace and account_id = :account and remote_id = :remote
               and id <> :id
            """)
        .param("workspace", workspace.value())
        .param("account", reply.account().value())
        .param("remote", remoteId)
        .param("id", reply.id())
        .update();
    jdbc.sql("""
            update inbox_message
               set remote_id = :remote, permalink = :permalink, at = :at, state = 'SENT',
                   refusal = null, refusal_words = null
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", reply.id())
        .param("remote", remoteId)
        .param("permalink", textOrNull(permalink))
        .param("at", at(at))
        .update();
  }

  void state(WorkspaceId workspace, UUID id, String state, @Nullable String refusal,
      @Nullable String words) {
    jdbc.sql("""
            update inbox_message
               set state = :state, refusal = :refusal, refusal_words = :words
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("state", state)
        .param("refusal", refusal)
        .param("words", words)
        .update();
  }

  /** Another text for an answer that did not go out. */
  void rewrite(WorkspaceId workspace, UUID id, String text) {
    jdbc.sql("update inbox_message set text = :text where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value()).param("id", id).param("text", text)
        .update();
  }

  UUID deliveryOf(WorkspaceId workspace, UUID id) {
    return jdbc.sql("select delivery_id from inbox_message "
            + "where workspace_id = :workspace and id = :id and delivery_id is not null")
        .param("workspace", workspace.value()).param("id", id)
        .query(UUID.class).single();
  }

  void liked(WorkspaceId workspace, UUID id, @Nullable String liked) {
    jdbc.sql("update inbox_message set liked = :liked where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value()).param("id", id).param("liked", liked)
        .update();
  }

  void change(WorkspaceId workspace, Message m, String text, Instant at, int version) {
    jdbc.sql("""
            insert into inbox_revision (workspace_id, message_id, replaced_at, text)
            values (:workspace, :id, :at, :before)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("id", m.id())
        .param("at", at(at))
        .param("before", m.text())
        .update();
    jdbc.sql("update inbox_message set text = :text, edited_at = :at, "
            + "changed_version = :version where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", m.id())
        .param("text", text)
        .param("at", at(at))
        .param("version", version)
        .update();
  }

  void deleted(WorkspaceId workspace, UUID id, Instant at, int version) {
    jdbc.sql("update inbox_message set deleted_at = :at, changed_version = :version "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .param("at", at(at))
        .param("version", version)
        .update();
  }

  private static @Nullable String textOrNull(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(uuid(row, "id"), new ConversationId(uuid(row, "conversation_id")),
        new AccountId(uuid(row, "account_id")), uuidOrNull(row, "turn_id"),
        row.getString("remote_id"), row.getBoolean("ours"), uuidOrNull(row, "user_id"),
        row.getString("author_name"), row.getString("author_handle"), row.getString("text"),
        row.getString("parent_id"), row.getString("root_id"),
        instant(row, "at"), instantOrNull(row, "deleted_at"),
        row.getString("state"), row.getString("liked"));
  }
}
