package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.identity.Member;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a conversation after someone last read it. */
@Component
class HappeningStore {
  private final JdbcClient jdbc;

  HappeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first, a handful at most. */
  List<Happening> since(Member me, ConversationId conversation, int version) {
    return jdbc.sql("""
            select case when ours then 'REPLIED' else 'WROTE' end kind, author_name who,
                   user_id by_id, at, version
              from inbox_message
             where workspace_id = :workspace and conversation_id = :conversation
               and version > :version
            union all
            select case when deleted_at is null then 'CHANGED' else 'DELETED' end, author_name,
                   null, coalesce(deleted_at, edited_at), changed_version
              from inbox_message
             where workspace_id = :workspace and conversation_id = :conversation
               and changed_version > :version
            union all
            select 'NOTED', by_name, by_id, at, version
              from inbox_note
             where workspace_id = :workspace and conversation_id = :conversation
               and version > :version
            union all
            select kind, by_name, by_id, at, version
              from inbox_act
             where workspace_id = :workspace and conversation_id = :conversation
               and version > :version
             order by version desc
             limit 5
            """)
        .param("workspace", me.tenant())
        .param("conversation", conversation.value())
        .param("version", version)
        .query((row, _) -> new Happening(Happening.Kind.valueOf(row.getString("kind")),
            row.getString("who"), me.userId().equals(row.getObject("by_id")),
            instant(row, "at"), row.getInt("version")))
        .list();
  }
}
