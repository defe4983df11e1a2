package fr.palabre.publishing;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts that wait, as the clock sees them. */
@Component
class ClockStore {
  private final JdbcClient jdbc;

  ClockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ScheduledPost> changed(WorkspaceId workspace, String zone, int atMost) {
    return jdbc.sql("""
            select * from publishing_post
             where workspace_id = :workspace and state = 'WAITING'
               and (zone < :zone or zone > :zone or rules_changed)
             order by due_at, id
             limit :atMost
            """)
        .param("workspace", workspace.value())
        .param("zone", zone)
        .param("atMost", atMost)
        .query((row, _) -> PostStore.post(row))
        .list();
  }

  /** Looks at the ends of an index: costs the same however many wait. */
  boolean anyChanged(WorkspaceId workspace, String zone) {
    return jdbc.sql("""
            select exists (select from publishing_post where workspace_id = :workspace
                              and state = 'WAITING' and zone < :zone)
                or exists (select from publishing_post where workspace_id = :workspace
                              and state = 'WAITING' and zone > :zone)
                or exists (select from publishing_post where workspace_id = :workspace
                              and state = 'WAITING' and rules_changed)
            """)
        .param("workspace", workspace.value())
        .param("zone", zone)
        .query(Boolean.class)
        .single();
  }

  /** The next that wait after this one, of every brand. */
  List<Told> after(@Nullable Told last, int atMost) {
    return jdbc.sql("""
            select workspace_id, id, zone, local_at, due_at from publishing_post
             where state = 'WAITING'
               and (workspace_id, zone, id) > (:workspace, :zone, :id)
             order by workspace_id, zone, id
             limit :atMost
            """)
        .param("workspace", last == null ? new UUID(0, 0) : last.workspace())
        .param("zone", last == null ? "" : last.zone())
        .param("id", last == null ? new UUID(0, 0) : last.id())
        .param("atMost", atMost)
        .query((row, _) -> new Told(uuid(row, "workspace_id"), uuid(row, "id"),
            row.getString("zone"), row.getObject("local_at", LocalDateTime.class),
            instant(row, "due_at")))
        .list();
  }

  int mark(Collection<UUID> ids) {
    return jdbc.sql("""
            update publishing_post set rules_changed = true
             where id = any(:ids) and state = 'WAITING' and not rules_changed
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** What is written of when a post goes out. */
  record Told(UUID workspace, UUID id, String zone, LocalDateTime local, Instant due) {}
}
