package fr.palabre.publishing;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.LateRule.Then;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How late a brand's posts may still go out, unless another rule was chosen for one. */
@Component
public class LatePolicy {
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  LatePolicy(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  public LateRule of(WorkspaceId workspace) {
    return jdbc.sql("""
            select late_minutes, late_then from publishing_settings
             where workspace_id = :workspace
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new LateRule(Duration.ofMinutes(row.getInt("late_minutes")),
            Then.valueOf(row.getString("late_then"))))
        .optional()
        .orElse(LateRule.USUAL);
  }

  /** Holds for what is planned from now on. */
  @Transactional
  public void change(Member me, LateRule rule) {
    jdbc.sql("""
            insert into publishing_settings (workspace_id, late_minutes, late_then)
            values (:workspace, :minutes, :then)
            on conflict (workspace_id) do update
               set late_minutes = excluded.late_minutes, late_then = excluded.late_then
            """)
        .param("workspace", me.tenant())
        .param("minutes", rule.atMost().toMinutes())
        .param("then", rule.then().name())
        .update();
    audit.record(me.tenant(), me.userId(), "late.changed", me.tenant(), "");
  }
}
