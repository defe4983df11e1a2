package fr.palabre.compliance;

import static fr.palabre.platform.db.Sql.at;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, when: one row a change, written in the change's own transaction. */
@Component
public class AuditTrail {
  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param actor the person; null when Palabre acted by itself
   * @param action past-tense code such as {@code content.approved}
   * @param subject id of what was changed
   * @param label readable name that outlives the subject; never a message's text
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(UUID workspace, @Nullable UUID actor, String action, UUID subject,
      String label) {
    jdbc.sql("""
            insert into compliance_audit (workspace_id, at, actor_id, action, subject_id, label)
            values (:workspace, :at, :actor, :action, :subject, :label)
            """)
        .param("workspace", workspace)
        .param("at", at(clock.instant()))
        .param("actor", actor)
        .param("action", action)
        .param("subject", subject)
        .param("label", label)
        .update();
  }
}
