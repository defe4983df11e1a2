package fr.palabre.analytics.series;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;

import fr.palabre.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When each row of a table is read next.
 *
 * @param table one with {@code next_read_at} and {@code tries}
 * @param key the column that, with the brand's, tells its rows apart
 */
record Turns(JdbcClient jdbc, String table, String key) {
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Takes those that are due, for ten minutes: a second node finds them taken. */
  <T> List<T> claimDue(Instant now, int limit, RowMapper<T> row) {
    return jdbc.sql("""
            with due as (
              select workspace_id, %2$s from %1$s
               where next_read_at <= :now
               order by next_read_at
               limit :limit
               for update skip locked)
            update %1$s t set next_read_at = :leased
              from due
             where t.workspace_id = due.workspace_id and t.%2$s = due.%2$s
            returning t.*
            """.formatted(table, key))
        .param("now", at(now))
        .param("limit", limit)
        .param("leased", at(now.plus(LEASE)))
        .query(row)
        .list();
  }

  /** @param next null for never again */
  void schedule(WorkspaceId workspace, UUID id, @Nullable Instant next, int tries) {
    jdbc.sql("""
            update %s set next_read_at = :next, tries = :tries
             where workspace_id = :workspace and %s = :id
            """.formatted(table, key))
        .param("workspace", workspace.value())
        .param("id", id)
        .param("next", atOrNull(next))
        .param("tries", tries)
        .update();
  }
}
