package fr.palabre.editorial.caution;

import fr.palabre.editorial.ContentId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What else is planned, or went out, around a date on the same accounts. */
@Component
class Neighbours {
  /** Shares of three-letter groups in common from which two texts say the same. */
  static final double ALIKE = 0.6;
  private static final Duration AROUND = Duration.ofDays(30);
  /** As many on each side are compared: what one types waits for no more. */
  private static final int COMPARED = 150;
  private final JdbcClient jdbc;

  Neighbours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The nearest other content within this time. */
  Optional<Neighbour> near(WorkspaceId workspace, Wish wish, Duration apart) {
    return jdbc.sql("""
            select id, name, planned_local
              from editorial_content
             where workspace_id = :workspace and deleted_at is null
               and planned_local > :from and planned_local < :before
               and accounts && :accounts::uuid[] and id <> :id and stage <> 'CANCELLED'
             order by abs(extract(epoch from planned_local - :at))
             limit 1
            """)
        .param("workspace", workspace.value())
        .param("from", wish.at().minus(apart))
        .param("before", wish.at().plus(apart))
        .param("at", wish.at())
        .param("accounts", wish.ids())
        .param("id", wish.content().value())
        .query((row, _) -> new Neighbour(row.getString("name"),
            row.getObject("planned_local", LocalDateTime.class)))
        .optional();
  }

  /** How many there would be on that day on the account that has most, this one included. */
  int onDay(WorkspaceId workspace, Wish wish) {
    LocalDate day = wish.at().toLocalDate();
    return 1 + jdbc.sql("""
            select coalesce(max(n), 0)
              from (select count(*) n
                      from editorial_content c
                      cross join unnest(c.accounts) account
                     where c.workspace_id = :workspace and c.deleted_at is null
                       and c.planned_local >= :from and c.planned_local < :before
                       and c.id <> :id and c.stage <> 'CANCELLED'
                       and account = any(:accounts::uuid[])
                     group by account) days
            """)
        .param("workspace", workspace.value())
        .param("from", day.atStartOfDay())
        .param("before", day.plusDays(1).atStartOfDay())
        .param("id", wish.content().value())
        .param("accounts", wish.ids())
        .query(Integer.class)
        .single();
  }

  /** The content most alike among the nearest ones of a month before and after. */
  Optional<Alike> alike(WorkspaceId workspace, Wish wish, String text) {
    return jdbc.sql("""
            select name, planned_local, similarity(said, :text) alike
              from ((select id, name, planned_local, body->>'text' said
                       from editorial_content
                      where workspace_id = :workspace and deleted_at is null
                        and planned_local >= :from and planned_local <= :at
                        and accounts && :accounts::uuid[] and id <> :id and stage <> 'CANCELLED'
                      order by planned_local desc limit :compared)
                    union all
                    (select id, name, planned_local, body->>'text'
                       from editorial_content
                      where workspace_id = :workspace and deleted_at is null
                        and planned_local > :at and planned_local < :before
                        and accounts && :accounts::uuid[] and id <> :id and stage <> 'CANCELLED'
                      order by planned_local limit :compared)) around
             where similarity(said, :text) >= :enough
             order by alike desc, planned_local
             limit 1
            """)
        .param("text", text)
        .param("workspace", workspace.value())
        .param("from", wish.at().minus(AROUND))
        .param("at", wish.at())
        .param("before", wish.at().plus(AROUND))
        .param("accounts", wish.ids())
        .param("id", wish.content().value())
        .param("compared", COMPARED)
        .param("enough", ALIKE)
        .query((row, _) -> new Alike(new Neighbour(row.getString("name"),
            row.getObject("planned_local", LocalDateTime.class)), row.getDouble("alike")))
        .optional();
  }

  /** A content, where and when it is to go out. */
  record Wish(ContentId content, Collection<AccountId> accounts, LocalDateTime at) {
    UUID[] ids() {
      return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }
  }

  record Neighbour(String name, LocalDateTime at) {}

  record Alike(Neighbour content, double share) {}
}
