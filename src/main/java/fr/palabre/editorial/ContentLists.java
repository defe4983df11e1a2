package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contents in lists, each page from where the last one ended. */
@Component
@Transactional
public class ContentLists {
  private static final String COLUMNS = """
      select id, name, stage, in_doubt, planned_local, planned_zone, networks, updated_by,
             updated_at, submitted_by, submitted_at
        from editorial_content
      """;
  private static final int SHOWN_IN_DAY = 12;
  private final JdbcClient jdbc;

  ContentLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last ones touched first, after the one given. */
  public List<ContentLine> recent(WorkspaceId workspace, ListFilter filter, @Nullable Place after,
      int limit) {
    return jdbc.sql(COLUMNS + " where workspace_id = :workspace and deleted_at is null"
            + clauses(filter) + (after == null ? "" : " and (updated_at, id) < (:at, :id)")
            + " order by updated_at desc, id desc limit :limit")
        .param("workspace", workspace.value())
        .param("stage", filter.stage() == null ? "" : filter.stage().name())
        .param("network", filter.network() == null ? "" : filter.network().value())
        .param("words", filter.words())
        .param("at", after == null ? null : at(after.updatedAt()))
        .param("id", after == null ? null : after.id())
        .param("limit", limit)
        .query((row, _) -> line(row))
        .list();
  }

  // Only what is asked stands in the query, so that each has the index made for it.
  private static String clauses(ListFilter filter) {
    return (filter.stage() == null ? "" : " and stage = :stage")
        + (filter.network() == null ? "" : " and :network = any(networks)")
        + (filter.words().isBlank() ? ""
            : " and search @@ websearch_to_tsquery('palabre_fr', :words)");
  }

  /** Those of these that are not deleted, in no order. */
  public List<ContentLine> among(WorkspaceId workspace, Collection<ContentId> ids) {
    return jdbc.sql(COLUMNS + """
             where workspace_id = :workspace and deleted_at is null and id = any(:ids)
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(ContentId::value).toArray(UUID[]::new))
        .query((row, _) -> line(row))
        .list();
  }

  /** What waits for somebody's validation, oldest first. */
  public List<ContentLine> waiting(WorkspaceId workspace) {
    return jdbc.sql(COLUMNS + """
             where workspace_id = :workspace and deleted_at is null and stage = 'SUBMITTED'
             order by planned_at nulls last, submitted_at
             limit 200
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> line(row))
        .list();
  }

  /** How many wait that others wrote: those this person may validate. */
  public int waitingFor(Member me) {
    return jdbc.sql("""
            select count(*)
              from editorial_content
             where workspace_id = :workspace and deleted_at is null and stage = 'SUBMITTED'
               and created_by is distinct from :me and submitted_by is distinct from :me
            """)
        .param("workspace", me.workspaceId().value())
        .param("me", me.user().value())
        .query(Integer.class)
        .single();
  }

  /** What still has to be finished before this instant, soonest first. */
  public List<ContentLine> unfinished(WorkspaceId workspace, Instant before) {
    return jdbc.sql(COLUMNS + """
             where workspace_id = :workspace and deleted_at is null
               and stage in ('DRAFT', 'CHANGES_REQUESTED')
               and (planned_at < :before or stage = 'CHANGES_REQUESTED')
             order by planned_at nulls last, updated_at desc
             limit :limit
            """)
        .param("workspace", workspace.value())
        .param("before", at(before))
        .param("limit", SHOWN_IN_DAY)
        .query((row, _) -> line(row))
        .list();
  }

  private static ContentLine line(ResultSet row) throws SQLException {
    return new ContentLine(
        new ContentId(uuid(row, "id")),
        row.getString("name"),
        ContentStage.valueOf(row.getString("stage")),
        row.getBoolean("in_doubt"),
        ContentRow.planned(row),
        CalendarTiles.networks(row),
        ContentRow.user(row, "updated_by"),
        instant(row, "updated_at"),
        ContentRow.user(row, "submitted_by"),
        instantOrNull(row, "submitted_at"));
  }

  /** Where a page of the list ended. */
  public record Place(Instant updatedAt, UUID id) {}
}
