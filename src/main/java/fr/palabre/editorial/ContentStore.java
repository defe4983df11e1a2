package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.atOrNull;

import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contents. */
@Component
class ContentStore {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final AdaptationStore adaptations;

  ContentStore(JdbcClient jdbc, Clock clock, AdaptationStore adaptations) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.adaptations = adaptations;
  }

  Optional<Content> find(WorkspaceId workspace, ContentId id) {
    return read(workspace, id, "");
  }

  /** Reads the content and keeps others from changing it until the transaction ends. */
  Optional<Content> lock(WorkspaceId workspace, ContentId id) {
    return read(workspace, id, "for update");
  }

  private Optional<Content> read(WorkspaceId workspace, ContentId id, String lock) {
    return jdbc.sql("""
            select id, workspace_id, body, stage, version, hash, planned_local, planned_zone,
                   approved_hash, approved_version, approved_by, submitted_by, submitted_at,
                   alt_waived, created_by, updated_by, updated_at, deleted_at
              from editorial_content
             where workspace_id = :workspace and id = :id
            """ + lock)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(new ContentRow(adaptations.progress(workspace, id)))
        .optional();
  }

  /** Who wrote last, from which open page; to know one's own lost answers from a conflict. */
  String pageKey(WorkspaceId workspace, ContentId id) {
    return jdbc.sql("select page_key from editorial_content "
            + "where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  void insert(WorkspaceId workspace, ContentId id, UserId by) {
    jdbc.sql("""
            insert into editorial_content (workspace_id, id, name, body, networks, accounts, stage,
                                           version, hash, created_by, created_at, updated_by,
                                           updated_at, search)
            values (:workspace, :id, '', '{}', '{}', '{}', 'DRAFT', 0, '', :by, :now, :by, :now, '')
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("by", by.value())
        .param("now", at(clock.instant()))
        .update();
  }

  /** Writes the body and what lists show of it. */
  void write(WorkspaceId workspace, ContentId id, int version, ContentBody body, String hash,
      @Nullable UserId by, String pageKey, Map<AccountId, NetworkId> networks) {
    var chosen = body.chosen().stream().map(Adaptation::account).toList();
    jdbc.sql("""
            update editorial_content
               set body = :body::jsonb, name = :name, version = :version, hash = :hash,
                   networks = :networks, accounts = :accounts, updated_by = :by, updated_at = :now,
                   page_key = :page,
                   search = to_tsvector('palabre_fr', :words)
             where workspace_id = :workspace and id = :id
            """)
        .param("body", BodyJson.write(body))
        .param("name", Excerpt.name(body))
        .param("version", version)
        .param("hash", hash)
        .param("networks", networkNames(chosen, networks))
        .param("accounts", chosen.stream().map(AccountId::value).toArray(UUID[]::new))
        .param("by", by == null ? null : by.value())
        .param("now", at(clock.instant()))
        .param("page", pageKey)
        .param("words", words(body))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
    adaptations.sync(workspace, id, body, networks);
  }

  private static String[] networkNames(List<AccountId> chosen, Map<AccountId, NetworkId> networks) {
    return chosen.stream().map(networks::get).filter(java.util.Objects::nonNull)
        .map(NetworkId::value).distinct().sorted().toArray(String[]::new);
  }

  private static String words(ContentBody body) {
    var words = new StringBuilder(body.title()).append('\n').append(body.text());
    for (var a : body.chosen()) if (a.text() != null) words.append('\n').append(a.text());
    return words.toString();
  }

  void plan(WorkspaceId workspace, ContentId id, @Nullable Planned planned) {
    jdbc.sql("""
            update editorial_content
               set planned_local = :local, planned_zone = :zone, planned_at = :at
             where workspace_id = :workspace and id = :id
            """)
        .param("local", planned == null ? null : planned.local())
        .param("zone", planned == null ? null : planned.zone().getId())
        .param("at", atOrNull(planned == null ? null : planned.at()))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void stage(WorkspaceId workspace, ContentId id, ContentStage stage) {
    set(workspace, id, "stage = :value", stage.name());
  }

  void submitted(WorkspaceId workspace, ContentId id, UserId by) {
    jdbc.sql("""
            update editorial_content
               set stage = 'SUBMITTED', submitted_by = :by, submitted_at = :now
             where workspace_id = :workspace and id = :id
            """)
        .param("by", by.value())
        .param("now", at(clock.instant()))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void approved(WorkspaceId workspace, ContentId id, UserId by) {
    jdbc.sql("""
            update editorial_content
               set approved_hash = hash, approved_version = version, approved_by = :by
             where workspace_id = :workspace and id = :id
            """)
        .param("by", by.value())
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void altWaived(WorkspaceId workspace, ContentId id, boolean waived) {
    set(workspace, id, "alt_waived = :value", waived);
  }

  void progressed(WorkspaceId workspace, ContentId id, ContentStage stage, boolean inDoubt) {
    jdbc.sql("""
            update editorial_content set stage = :stage, in_doubt = :doubt
             where workspace_id = :workspace and id = :id
               and (stage <> :stage or in_doubt <> :doubt)
            """)
        .param("stage", stage.name())
        .param("doubt", inDoubt)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void deleted(WorkspaceId workspace, ContentId id, boolean deleted) {
    set(workspace, id, "deleted_at = :value::timestamptz",
        atOrNull(deleted ? clock.instant() : null));
  }

  private void set(WorkspaceId workspace, ContentId id, String assignment,
      @Nullable Object value) {
    jdbc.sql("update editorial_content set " + assignment
            + " where workspace_id = :workspace and id = :id")
        .param("value", value)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }
}
