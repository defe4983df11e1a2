package fr.palabre.media;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.image.Picture;
import fr.palabre.platform.files.FileStore.StoredFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the library. */
@Component
class AssetStore {
  private static final String COLUMNS = """
      select id, file_name, mime_type, bytes, width, height, alt_text, sha256, path, derived_from,
             added_at
        from media_asset
      """;
  private final JdbcClient jdbc;
  private final Clock clock;

  AssetStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Asset insert(WorkspaceId workspace, @Nullable UserId by, String fileName, Picture picture,
      StoredFile file, Optional<Path> thumbnail, @Nullable Asset from) {
    var id = AssetId.next();
    jdbc.sql("""
            insert into media_asset (workspace_id, id, file_name, mime_type, bytes, width, height,
                                     alt_text, sha256, path, thumbnail_path, derived_from,
                                     added_by, added_at, search)
            values (:workspace, :id, :name, :type, :bytes, :width, :height, :alt, :hash, :path,
                    :thumbnail, :from, :by, :now, to_tsvector('palabre_fr', :words))
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("name", shortName(fileName))
        .param("type", picture.type().mimeType())
        .param("bytes", file.bytes())
        .param("width", picture.width())
        .param("height", picture.height())
        .param("alt", from == null ? "" : from.altText())
        .param("hash", file.sha256())
        .param("path", file.path().toString())
        .param("thumbnail", thumbnail.map(Path::toString).orElse(null))
        .param("from", from == null ? null : from.id().value())
        .param("by", by == null ? null : by.value())
        .param("now", at(clock.instant()))
        .param("words", words(fileName, from == null ? "" : from.altText()))
        .update();
    return find(workspace, id).orElseThrow();
  }

  Optional<Asset> find(WorkspaceId workspace, AssetId id) {
    return jdbc.sql(COLUMNS + " where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> asset(row))
        .optional();
  }

  Optional<Asset> findByHash(WorkspaceId workspace, String sha256) {
    return jdbc.sql(COLUMNS + " where workspace_id = :workspace and sha256 = :hash")
        .param("workspace", workspace.value())
        .param("hash", sha256)
        .query((row, _) -> asset(row))
        .optional();
  }

  Map<AssetId, Asset> all(WorkspaceId workspace, Collection<AssetId> ids) {
    if (ids.isEmpty()) return Map.of();
    return jdbc.sql(COLUMNS + " where workspace_id = :workspace and id = any(:ids)")
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(AssetId::value).toArray(UUID[]::new))
        .query((row, _) -> asset(row))
        .stream()
        .collect(Collectors.toMap(Asset::id, Function.identity()));
  }

  List<Asset> page(WorkspaceId workspace, String words, @Nullable AssetId after, int limit) {
    return jdbc.sql(COLUMNS + """
             where workspace_id = :workspace
               and (:words = '' or search @@ websearch_to_tsquery('palabre_fr', :words))
               and (:after::uuid is null or id < :after::uuid)
             order by id desc
             limit :limit
            """)
        .param("workspace", workspace.value())
        .param("words", words)
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((row, _) -> asset(row))
        .list();
  }

  Optional<Path> thumbnail(WorkspaceId workspace, AssetId id) {
    return jdbc.sql("""
            select coalesce(thumbnail_path, path) from media_asset
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(Path::of);
  }

  boolean describe(WorkspaceId workspace, Asset asset, String altText) {
    return 1 == jdbc.sql("""
            update media_asset
               set alt_text = :alt, search = to_tsvector('palabre_fr', :words)
             where workspace_id = :workspace and id = :id and alt_text <> :alt
            """)
        .param("alt", altText)
        .param("words", words(asset.fileName(), altText))
        .param("workspace", workspace.value())
        .param("id", asset.id().value())
        .update();
  }

  void delete(WorkspaceId workspace, AssetId id) {
    jdbc.sql("delete from media_asset where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  private static String shortName(String fileName) {
    var name = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
    return name.isEmpty() ? "image" : name.substring(0, Math.min(120, name.length()));
  }

  // "four_a_bois-02.jpg" is searched as "four a bois 02".
  private static String words(String fileName, String altText) {
    return fileName.replaceAll("\\.\\w+$", "").replaceAll("[_.-]+", " ") + " " + altText;
  }

  private static @Nullable AssetId original(ResultSet row) throws SQLException {
    var id = uuidOrNull(row, "derived_from");
    return id == null ? null : new AssetId(id);
  }

  private static Asset asset(ResultSet row) throws SQLException {
    return new Asset(
        new AssetId(uuid(row, "id")),
        row.getString("file_name"),
        row.getString("mime_type"),
        row.getLong("bytes"),
        row.getInt("width"),
        row.getInt("height"),
        row.getString("alt_text"),
        row.getString("sha256"),
        original(row),
        Path.of(row.getString("path")),
        instant(row, "added_at"));
  }
}
