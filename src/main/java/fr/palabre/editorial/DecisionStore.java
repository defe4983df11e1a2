package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided and said on contents. */
@Component
class DecisionStore {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final VersionStore versions;
  private final AuditTrail audit;

  DecisionStore(JdbcClient jdbc, Clock clock, VersionStore versions, AuditTrail audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.versions = versions;
    this.audit = audit;
  }

  /** Writes the decision, its audit row, and keeps the version it bears on. */
  void record(Content content, Decision.Kind kind, @Nullable UserId by, String comment) {
    var workspace = content.workspace();
    jdbc.sql("""
            insert into editorial_decision (workspace_id, id, content_id, kind, version, hash,
                                            comment, by_id, at)
            values (:workspace, :id, :content, :kind, :version, :hash, :comment, :by, :now)
            """)
        .param("workspace", workspace.value())
        .param("id", Ids.next())
        .param("content", content.id().value())
        .param("kind", kind.name())
        .param("version", content.version())
        .param("hash", content.hash())
        .param("comment", comment)
        .param("by", by == null ? null : by.value())
        .param("now", at(clock.instant()))
        .update();
    versions.pin(workspace, content.id(), content.version());
    audit.record(workspace.value(), by == null ? null : by.value(),
        "content." + kind.name().toLowerCase(Locale.ROOT), content.id().value(), content.name());
  }

  List<Decision> decisions(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select kind, by_id, at, version, comment
              from editorial_decision
             where workspace_id = :workspace and content_id = :content
             order by at, id
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> new Decision(
            Decision.Kind.valueOf(row.getString("kind")),
            ContentRow.user(row, "by_id"),
            instant(row, "at"),
            row.getInt("version"),
            row.getString("comment")))
        .list();
  }
}
