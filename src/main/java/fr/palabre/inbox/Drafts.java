package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.Member;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has begun to write in a conversation; theirs alone. */
@Component
@Transactional
public class Drafts {
  private final JdbcClient jdbc;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps what was begun, unless it has become an answer or a note meanwhile.
   *
   * @param key the form's, under which it would have become one
   */
  public void keep(Member me, ConversationId conversation, UUID key, String text) {
    if (text.isBlank()) {
      forget(me, conversation);
      return;
    }
    jdbc.sql("""
            insert into inbox_draft (workspace_id, conversation_id, user_id, text, saved_at)
            select workspace_id, id, :user, :text, :now
              from (select workspace_id, id
                      from inbox_conversation
                     where workspace_id = :workspace and id = :conversation
                       for update) c
             where not exists (select from inbox_message
                                where workspace_id = :workspace and id = :key)
               and not exists (select from inbox_note
                                where workspace_id = :workspace and id = :key)
            on conflict (workspace_id, conversation_id, user_id) do update
               set text = excluded.text, saved_at = excluded.saved_at
            """)
        .param("workspace", me.tenant())
        .param("conversation", conversation.value())
        .param("user", me.userId())
        .param("key", key)
        .param("text", text)
        .param("now", at(clock.instant()))
        .update();
  }

  /** What was begun; empty if nothing was. */
  @Transactional(readOnly = true)
  public String of(Member me, ConversationId conversation) {
    return jdbc.sql("""
            select text
              from inbox_draft
             where workspace_id = :workspace and conversation_id = :conversation
               and user_id = :user
            """)
        .param("workspace", me.tenant())
        .param("conversation", conversation.value())
        .param("user", me.userId())
        .query(String.class).optional().orElse("");
  }

  void forget(Member me, ConversationId conversation) {
    jdbc.sql("""
            delete from inbox_draft
             where workspace_id = :workspace and conversation_id = :conversation
               and user_id = :user
            """)
        .param("workspace", me.tenant())
        .param("conversation", conversation.value())
        .param("user", me.userId())
        .update();
  }
}
