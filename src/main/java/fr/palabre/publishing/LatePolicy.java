package fr.palabre.publishing;

import fr.palabre.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How late a brand's posts may still go out without asking; then a person is asked. */
@Component
public class LatePolicy {
  public static final Duration USUAL = Duration.ofHours(2);
  private final JdbcClient jdbc;

  LatePolicy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  public Duration atMost(WorkspaceId workspace) {
    return jdbc.sql("""
            select late_minutes from publishing_settings where workspace_id = :workspace
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> Duration.ofMinutes(row.getInt("late_minutes")))
        .optional()
        .orElse(USUAL);
  }

  /** Holds for what is planned from now on. */
  @Transactional
  public void change(WorkspaceId workspace, Duration atMost) {
    jdbc.sql("""
            insert into publishing_settings (workspace_id, late_minutes)
            values (:workspace, :minutes)
            on conflict (workspace_id) do update set late_minutes = excluded.late_minutes
            """)
        .param("workspace", workspace.value())
        .param("minutes", atMost.toMinutes())
        .update();
  }

  Instant latest(WorkspaceId workspace, Instant due) {
    return due.plus(atMost(workspace));
  }
}
