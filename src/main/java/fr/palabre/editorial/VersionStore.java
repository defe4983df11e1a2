package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of contents. */
@Component
class VersionStore {
  /** Saves of one person within this time are one version to come back to. */
  private static final Duration STROKE = Duration.ofMinutes(10);
  private final JdbcClient jdbc;
  private final Clock clock;

  VersionStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps a version; true if it opens a new stroke of work rather than going on with the last. */
  boolean keep(WorkspaceId workspace, ContentId content, int version, ContentBody body, String hash,
      UserId by) {
    if (goOn(workspace, content, version, body, hash, by)) return false;
    insert(workspace, content, version, body, hash, by, false);
    return true;
  }

  /** Keeps what lost a conflict, beside the versions; what the same hand goes on typing, once. */
  UUID keepAside(WorkspaceId workspace, ContentId content, int version, ContentBody body,
      String hash, UserId by) {
    return jdbc.sql("""
            update editorial_version set body = :body::jsonb, hash = :hash, at = :now
             where workspace_id = :workspace and content_id = :content and version = :version
               and aside and by_id = :by
            returning id
            """)
        .param("body", BodyJson.write(body))
        .param("hash", hash)
        .param("now", at(clock.instant()))
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("version", version)
        .param("by", by.value())
        .query(UUID.class)
        .optional()
        .orElseGet(() -> insert(workspace, content, version, body, hash, by, true));
  }

  private boolean goOn(WorkspaceId workspace, ContentId content, int version, ContentBody body,
      String hash, UserId by) {
    return 1 == jdbc.sql("""
            update editorial_version
               set version = :version, body = :body::jsonb, hash = :hash, at = :now
             where workspace_id = :workspace
               and id = (select id from editorial_version
                          where workspace_id = :workspace and content_id = :content and not aside
                          order by version desc
                          limit 1)
               and by_id = :by and not pinned and begun_at > :since
            """)
        .param("version", version)
        .param("body", BodyJson.write(body))
        .param("hash", hash)
        .param("now", at(clock.instant()))
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("by", by.value())
        .param("since", at(clock.instant().minus(STROKE)))
        .update();
  }

  private UUID insert(WorkspaceId workspace, ContentId content, int version, ContentBody body,
      String hash, UserId by, boolean aside) {
    var id = Ids.next();
    jdbc.sql("""
            insert into editorial_version (workspace_id, id, content_id, version, body, hash, aside,
                                           by_id, begun_at, at)
            values (:workspace, :id, :content, :version, :body::jsonb, :hash, :aside,
                    :by, :now, :now)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("content", content.value())
        .param("version", version)
        .param("body", BodyJson.write(body))
        .param("hash", hash)
        .param("aside", aside)
        .param("by", by.value())
        .param("now", at(clock.instant()))
        .update();
    return id;
  }

  /** Somebody decided on this version: later changes are another one. */
  void pin(WorkspaceId workspace, ContentId content, int version) {
    jdbc.sql("""
            update editorial_version set pinned = true
             where workspace_id = :workspace and content_id = :content and version = :version
               and not aside
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("version", version)
        .update();
  }

  /** Who changed it after this version. */
  Set<UserId> authorsSince(WorkspaceId workspace, ContentId content, int version) {
    return jdbc.sql("""
            select distinct by_id from editorial_version
             where workspace_id = :workspace and content_id = :content and version > :version
               and not aside and by_id is not null
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("version", version)
        .query((row, _) -> new UserId(uuid(row, "by_id")))
        .stream()
        .collect(Collectors.toSet());
  }

  List<ContentVersion> versions(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select id, version, by_id, begun_at, at, aside, pinned, body
              from editorial_version
             where workspace_id = :workspace and content_id = :content
             order by at desc, version desc
             limit 200
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> version(row))
        .list();
  }

  Optional<ContentVersion> find(WorkspaceId workspace, ContentId content, UUID id) {
    return versions(workspace, content).stream().filter(v -> v.id().equals(id)).findFirst();
  }

  Optional<ContentVersion> numbered(WorkspaceId workspace, ContentId content,
      @Nullable Integer version) {
    if (version == null) return Optional.empty();
    return jdbc.sql("""
            select id, version, by_id, begun_at, at, aside, pinned, body
              from editorial_version
             where workspace_id = :workspace and content_id = :content and version = :version
               and not aside
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("version", version)
        .query((row, _) -> version(row))
        .optional();
  }

  private static ContentVersion version(ResultSet row) throws SQLException {
    return new ContentVersion(
        uuid(row, "id"),
        row.getInt("version"),
        ContentRow.user(row, "by_id"),
        instant(row, "begun_at"),
        instant(row, "at"),
        row.getBoolean("aside"),
        row.getBoolean("pinned"),
        BodyJson.read(row.getString("body")));
  }
}
