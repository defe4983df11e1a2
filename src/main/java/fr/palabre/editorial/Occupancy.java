package fr.palabre.editorial;

import static java.util.stream.Collectors.toSet;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which minutes already have something planned: one look into the index for each minute asked. The
 * limit keeps the planner from reading the whole calendar instead.
 */
@Component
public class Occupancy {
  private final JdbcClient jdbc;

  Occupancy(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those of the minutes at which one of the accounts has something else planned.
   *
   * @param except contents that do not count: those about to be given another minute
   */
  @Transactional(readOnly = true)
  public Set<LocalDateTime> taken(WorkspaceId workspace, Collection<AccountId> accounts,
      Collection<LocalDateTime> minutes, Collection<ContentId> except) {
    return jdbc.sql("""
            select asked.at
              from unnest(:minutes::timestamp[]) asked(at)
             cross join lateral (
               select from editorial_content
                where workspace_id = :workspace
                  and deleted_at is null
                  and planned_local = asked.at
                  and accounts && :accounts::uuid[]
                  and stage <> 'CANCELLED'
                  and not (id = any(:except::uuid[]))
                limit 1) standing
            """)
        .param("minutes", minutes.stream().map(LocalDateTime::toString).toArray(String[]::new))
        .param("workspace", workspace.value())
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .param("except", except.stream().map(ContentId::value).toArray(UUID[]::new))
        .query((row, _) -> row.getObject(1, LocalDateTime.class)).stream()
        .collect(toSet());
  }
}
