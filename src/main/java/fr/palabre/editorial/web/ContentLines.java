package fr.palabre.editorial.web;

import static fr.palabre.platform.db.Sql.atOrNull;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.editorial.ContentStage;
import fr.palabre.identity.Member;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A brand's contents, those changed last first: one walk along one index. */
@Component
class ContentLines {
  private final JdbcClient jdbc;

  ContentLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What narrows the list; nulls do not. */
  record Filter(@Nullable ContentStage stage, @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime before) {}

  record Row(ContentLine line, Instant updatedAt) {
    Cursor place() {
      return Cursor.of(updatedAt, line.id());
    }
  }

  List<Row> rows(Member me, Filter filter, Paging paging) {
    var after = paging.after();
    return jdbc.sql("""
            select id, name, stage, networks, planned_at, in_doubt, updated_at
              from editorial_content
             where workspace_id = :workspace and deleted_at is null
               and (:stage::text is null or stage = :stage)
               and (:from::timestamptz is null or planned_at >= :from)
               and (:before::timestamptz is null or planned_at < :before)
               and (:last::uuid is null or (updated_at, id) < (:updated::timestamptz, :last))
             order by updated_at desc, id desc
             limit :rows
            """)
        .param("workspace", me.workspaceId().value())
        .param("stage", filter.stage() == null ? null : filter.stage().name())
        .param("from", filter.from())
        .param("before", filter.before())
        .param("last", after == null ? null : after.uuid(1))
        .param("updated", atOrNull(after == null ? null : after.instant(0)))
        .param("rows", paging.rows())
        .query((row, _) -> row(row, me.zone()))
        .list();
  }

  private static Row row(ResultSet row, ZoneId zone) throws SQLException {
    var updated = instant(row, "updated_at");
    return new Row(new ContentLine(uuid(row, "id"), row.getString("name"),
        ContentStage.valueOf(row.getString("stage")),
        List.of((String[]) row.getArray("networks").getArray()),
        ContentSheet.at(instantOrNull(row, "planned_at"), zone), row.getBoolean("in_doubt"),
        updated.atZone(zone).toOffsetDateTime()), updated);
  }
}
