package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When contents were last seen: two looks into an index for each one asked, whatever the number kept.
 * A draft whose date went by was not seen; what a person copied by hand was.
 */
@Component
public class Repeatables {
  private final JdbcClient jdbc;
  private final Clock clock;

  Repeatables(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of these that are not deleted, in no order. */
  @Transactional(readOnly = true)
  public List<Repeatable> among(WorkspaceId workspace, Collection<ContentId> ids) {
    return jdbc.sql("""
            select one.id, one.name, one.stage, one.approved_hash = one.hash validated, one.accounts,
                   array(select distinct said.planned_local::date
                           from editorial_content said
                          where said.workspace_id = :workspace
                            and said.words_key = one.words_key
                            and said.deleted_at is null
                            and said.planned_local is not null
                            and (said.stage in ('PUBLISHED', 'PARTLY_PUBLISHED', 'SCHEDULED')
                                 or said.planned_at > :now
                                    and said.stage not in ('FAILED', 'CANCELLED'))
                          order by 1) days
              from editorial_content one
             where one.workspace_id = :workspace and one.deleted_at is null
               and one.id = any(:ids)
            """)
        .param("workspace", workspace.value())
        .param("now", at(clock.instant()))
        .param("ids", ids.stream().map(ContentId::value).toArray(UUID[]::new))
        .query((row, _) -> repeatable(row))
        .list();
  }

  private static Repeatable repeatable(ResultSet row) throws SQLException {
    var accounts = (UUID[]) row.getArray("accounts").getArray();
    var days = (Date[]) row.getArray("days").getArray();
    return new Repeatable(new ContentId(uuid(row, "id")), row.getString("name"),
        ContentStage.valueOf(row.getString("stage")), row.getBoolean("validated"),
        Arrays.stream(accounts).map(AccountId::new).toList(),
        Arrays.stream(days).map(Date::toLocalDate).toList());
  }
}
