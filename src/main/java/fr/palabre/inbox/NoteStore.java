package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.identity.Member;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members write in a conversation for the team alone. */
@Component
class NoteStore {
  private final JdbcClient jdbc;

  NoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean knows(Member me, UUID id) {
    return jdbc.sql("select count(*) from inbox_note where workspace_id = :workspace and id = :id")
        .param("workspace", me.tenant()).param("id", id)
        .query(Integer.class).single() == 1;
  }

  void add(Member me, ConversationId conversation, UUID id, String text, int version,
      Instant now) {
    jdbc.sql("""
            insert into inbox_note (workspace_id, id, conversation_id, text, by_id, by_name, at,
                                    version)
            values (:workspace, :id, :conversation, :text, :by, :name, :now, :version)
            """)
        .param("workspace", me.tenant())
        .param("id", id)
        .param("conversation", conversation.value())
        .param("text", text)
        .param("by", me.userId())
        .param("name", me.name())
        .param("now", at(now))
        .param("version", version)
        .update();
  }
}
