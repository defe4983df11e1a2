package fr.palabre.identity;

import static fr.palabre.platform.db.Sql.at;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail of what belongs to no brand: accounts, passwords, sessions, brands deleted. */
@Component
public class AccessJournal {
  private final JdbcClient jdbc;
  private final Clock clock;

  AccessJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(@Nullable UserId actor, String action, UUID subject, String label) {
    jdbc.sql("""
            insert into identity_journal (at, actor_id, action, subject_id, label)
            values (:at, :actor, :action, :subject, :label)
            """)
        .param("at", at(clock.instant()))
        .param("actor", actor == null ? null : actor.value())
        .param("action", action)
        .param("subject", subject)
        .param("label", label)
        .update();
  }
}
