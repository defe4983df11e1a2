package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.instantOrNull;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a content from its row. */
record ContentRow(Map<AdaptationId, AdaptationProgress> progress) implements RowMapper<Content> {
  @Override
  public Content mapRow(ResultSet row, int number) throws SQLException {
    var version = row.getInt("version");
    return new Content(
        new ContentId(uuid(row, "id")),
        new WorkspaceId(uuid(row, "workspace_id")),
        version == 0 ? ContentBody.EMPTY : BodyJson.read(row.getString("body")),
        ContentStage.valueOf(row.getString("stage")),
        version,
        row.getString("hash"),
        planned(row),
        row.getString("approved_hash"),
        row.getObject("approved_version", Integer.class),
        user(row, "approved_by"),
        user(row, "submitted_by"),
        instantOrNull(row, "submitted_at"),
        row.getBoolean("alt_waived"),
        user(row, "created_by"),
        user(row, "updated_by"),
        instant(row, "updated_at"),
        row.getObject("deleted_at") != null,
        progress);
  }

  static @Nullable Planned planned(ResultSet row) throws SQLException {
    var local = row.getObject("planned_local", LocalDateTime.class);
    return local == null ? null : new Planned(local, ZoneId.of(row.getString("planned_zone")));
  }

  static @Nullable UserId user(ResultSet row, String column) throws SQLException {
    var id = uuidOrNull(row, column);
    return id == null ? null : new UserId(id);
  }
}
