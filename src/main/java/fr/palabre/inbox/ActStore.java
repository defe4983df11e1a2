package fr.palabre.inbox;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members decided, with what undoing it needs. */
@Component
class ActStore {
  private final JdbcClient jdbc;

  ActStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Member me, ConversationId conversation, UUID batch, Acted act, int version,
      Instant now) {
    jdbc.sql("""
            insert into inbox_act (workspace_id, id, conversation_id, batch_id, kind, detail,
                before_id, before_name, turn_id, by_id, by_name, at, version)
            values (:workspace, :id, :conversation, :batch, :kind, :detail, :before, :beforeName,
                :turn, :by, :name, :now, :version)
            """)
        .param("workspace", me.tenant())
        .param("id", Ids.next())
        .param("conversation", conversation.value())
        .param("batch", batch)
        .param("kind", act.kind().name())
        .param("detail", act.detail())
        .param("before", act.beforeId())
        .param("beforeName", act.beforeName())
        .param("turn", act.turn())
        .param("by", me.userId())
        .param("name", me.name())
        .param("now", at(now))
        .param("version", version)
        .update();
  }

  List<Kept> ofBatch(WorkspaceId workspace, UUID batch) {
    return jdbc.sql("""
            select id, conversation_id, kind, before_id, before_name, turn_id, version
              from inbox_act
             where workspace_id = :workspace and batch_id = :batch and undone_at is null
             order by conversation_id
            """)
        .param("workspace", workspace.value()).param("batch", batch)
        .query((row, _) -> new Kept(uuid(row, "id"),
            new ConversationId(uuid(row, "conversation_id")), Kind.valueOf(row.getString("kind")),
            uuidOrNull(row, "before_id"), row.getString("before_name"),
            uuidOrNull(row, "turn_id"), row.getInt("version")))
        .list();
  }

  boolean markUndone(WorkspaceId workspace, UUID id, Instant now) {
    return jdbc.sql("update inbox_act set undone_at = :now "
            + "where workspace_id = :workspace and id = :id and undone_at is null")
        .param("workspace", workspace.value()).param("id", id).param("now", at(now))
        .update() == 1;
  }

  /** The turn that the last closing decided; null if it decided none. */
  @Nullable UUID turnClosed(WorkspaceId workspace, ConversationId conversation) {
    return jdbc.sql("""
            select turn_id
              from inbox_act
             where workspace_id = :workspace and conversation_id = :conversation
               and kind = 'CLOSED' and undone_at is null
             order by version desc
             limit 1
            """)
        .param("workspace", workspace.value())
        .param("conversation", conversation.value())
        .query((row, _) -> Optional.ofNullable(uuidOrNull(row, "turn_id")))
        .optional().flatMap(turn -> turn).orElse(null);
  }

  enum Kind {
    ASSIGNED, CLOSED, REOPENED;

    /** Its code in the audit trail. */
    String action() {
      return "conversation." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A decision to keep. */
  record Acted(Kind kind, String detail, @Nullable UUID beforeId, @Nullable String beforeName,
      @Nullable UUID turn) {}

  /** A decision as it was kept. */
  record Kept(UUID id, ConversationId conversation, Kind kind, @Nullable UUID beforeId,
      @Nullable String beforeName, @Nullable UUID turn, int version) {}
}
