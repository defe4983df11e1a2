package fr.palabre.inbox;

import fr.palabre.identity.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who leaves the brand answers nobody any more: what was theirs is everybody's again. */
@Component
class DepartureListener {
  private final JdbcClient jdbc;

  DepartureListener(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  @Transactional
  void on(MemberLeft e) {
    jdbc.sql("""
            update inbox_conversation
               set assignee_id = null, assignee_name = null, version = version + 1
             where workspace_id = :workspace and assignee_id = :user and closed_at is null
            """)
        .param("workspace", e.workspace().value())
        .param("user", e.user().value())
        .update();
  }
}
