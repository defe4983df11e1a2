package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks at a conversation now, and who writes in it. */
@Component
@Transactional
public class Presence {
  /** A little over two of the pages' beats. */
  static final Duration LASTS = Duration.ofSeconds(35);
  private final JdbcClient jdbc;
  private final Clock clock;

  Presence(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Someone else in a conversation. */
  public record Here(ConversationId conversation, String name, boolean writing) {}

  public void here(Member me, ConversationId conversation, boolean writing) {
    var now = clock.instant();
    jdbc.sql("""
            insert into inbox_presence (workspace_id, conversation_id, user_id, user_name, seen_at,
                                        writing_at)
            select workspace_id, id, :user, :name, :now, cast(:writing as timestamptz)
              from inbox_conversation
             where workspace_id = :workspace and id = :conversation
            on conflict (workspace_id, conversation_id, user_id) do update
               set seen_at = excluded.seen_at, writing_at = excluded.writing_at
            """)
        .param("workspace", me.tenant())
        .param("conversation", conversation.value())
        .param("user", me.userId())
        .param("name", me.name())
        .param("now", at(now))
        .param("writing", atOrNull(writing ? now : null))
        .update();
    jdbc.sql("delete from inbox_presence where workspace_id = :workspace "
            + "and user_id = :user and conversation_id <> :conversation")
        .param("workspace", me.tenant())
        .param("user", me.userId())
        .param("conversation", conversation.value())
        .update();
  }

  /** Everyone else who is somewhere in the inbox now. */
  @Transactional(readOnly = true)
  public List<Here> others(Member me) {
    return jdbc.sql("""
            select conversation_id, user_name, writing_at is not null writing
              from inbox_presence
             where workspace_id = :workspace and seen_at > :since and user_id <> :me
             order by user_name
             limit 50
            """)
        .param("workspace", me.tenant())
        .param("since", at(clock.instant().minus(LASTS)))
        .param("me", me.userId())
        .query((row, _) -> new Here(new ConversationId(uuid(row, "conversation_id")),
            row.getString("user_name"), row.getBoolean("writing")))
        .list();
  }
}
