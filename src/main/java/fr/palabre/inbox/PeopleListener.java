package fr.palabre.inbox;

import fr.palabre.community.PeopleUnited;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What two profiles of one person said is theirs. */
@Component
class PeopleListener {
  private final JdbcClient jdbc;

  PeopleListener(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  @Transactional
  void on(PeopleUnited e) {
    for (var table : List.of("inbox_conversation", "inbox_message"))
      jdbc.sql("update " + table + " set person_id = :kept "
              + "where workspace_id = :workspace and person_id = :gone")
          .param("workspace", e.workspace().value())
          .param("kept", e.kept().value())
          .param("gone", e.gone().value())
          .update();
    jdbc.sql("""
            with gone as (delete from inbox_reaction
                           where workspace_id = :workspace and person_id = :gone
                          returning account_id, on_id, kind, at)
            insert into inbox_reaction (workspace_id, account_id, on_id, kind, person_id, at)
            select :workspace, account_id, on_id, kind, :kept, at from gone
            on conflict do nothing
            """)
        .param("workspace", e.workspace().value())
        .param("kept", e.kept().value())
        .param("gone", e.gone().value())
        .update();
  }
}
