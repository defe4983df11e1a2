package fr.palabre.publishing;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.LateRule.Then;
import java.sql.Types;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was chosen for contents, and what holds for their posts. */
@Component
class LateStore {
  private final JdbcClient jdbc;

  LateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  LateChoice choice(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select late_minutes, late_then from publishing_late
             where workspace_id = :workspace and content_id = :content
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> {
          var minutes = row.getObject("late_minutes", Integer.class);
          var then = row.getString("late_then");
          return new LateChoice(minutes == null ? null : Duration.ofMinutes(minutes),
              then == null ? null : Then.valueOf(then));
        })
        .optional()
        .orElse(LateChoice.AS_BRAND);
  }

  void choose(WorkspaceId workspace, ContentId content, LateChoice choice) {
    var then = choice.then();
    jdbc.sql("""
            insert into publishing_late (workspace_id, content_id, late_minutes, late_then)
            values (:workspace, :content, :minutes, :then)
            on conflict (workspace_id, content_id) do update
               set late_minutes = excluded.late_minutes, late_then = excluded.late_then
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("minutes", choice.atMost() == null ? null : choice.atMost().toMinutes(),
            Types.INTEGER)
        .param("then", then == null ? null : then.name(), Types.VARCHAR)
        .update();
  }

  void hold(ScheduledPost post, LateRule rule) {
    jdbc.sql("""
            update publishing_post set late_minutes = :minutes, late_then = :then
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", post.workspace().value())
        .param("id", post.id().value())
        .param("minutes", rule.atMost().toMinutes())
        .param("then", rule.then().name())
        .update();
  }
}
