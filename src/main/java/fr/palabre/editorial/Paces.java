package fr.palabre.editorial;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pace of each brand. */
@Component
@Transactional
public class Paces {
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  Paces(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Pace of(WorkspaceId workspace) {
    return jdbc.sql("""
            select apart_minutes, daily_most from editorial_pace where workspace_id = :workspace
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new Pace(Duration.ofMinutes(row.getInt(1)), row.getInt(2)))
        .optional()
        .orElse(Pace.USUAL);
  }

  public void change(Member me, Pace pace) {
    jdbc.sql("""
            insert into editorial_pace (workspace_id, apart_minutes, daily_most)
            values (:workspace, :apart, :daily)
            on conflict (workspace_id) do update
               set apart_minutes = excluded.apart_minutes, daily_most = excluded.daily_most
            """)
        .param("workspace", me.tenant())
        .param("apart", pace.apart().toMinutes())
        .param("daily", pace.daily())
        .update();
    audit.record(me.tenant(), me.userId(), "pace.changed", me.tenant(), "");
  }
}
