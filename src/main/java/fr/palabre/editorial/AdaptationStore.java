package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.NetworkId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of adaptations: which account, and what became of it there. */
@Component
class AdaptationStore {
  private final JdbcClient jdbc;

  AdaptationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sets which adaptations a content goes out with. A row is never lost: what was sent is told. */
  void sync(WorkspaceId workspace, ContentId content, ContentBody body,
      Map<AccountId, NetworkId> networks) {
    jdbc.sql("""
            update editorial_adaptation set chosen = false
             where workspace_id = :workspace and content_id = :content and chosen
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .update();
    for (var adaptation : body.chosen()) {
      var network = networks.get(adaptation.account());
      if (network != null) choose(workspace, content, adaptation, network);
    }
  }

  private void choose(WorkspaceId workspace, ContentId content, Adaptation adaptation,
      NetworkId network) {
    jdbc.sql("""
            insert into editorial_adaptation (workspace_id, id, content_id, account_id, network)
            values (:workspace, :id, :content, :account, :network)
            on conflict (workspace_id, id) do update set chosen = true
            """)
        .param("workspace", workspace.value())
        .param("id", adaptation.id().value())
        .param("content", content.value())
        .param("account", adaptation.account().value())
        .param("network", network.value())
        .update();
  }

  Map<AdaptationId, AdaptationProgress> progress(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select id, status, remote_id, permalink, note, progressed_at
              from editorial_adaptation
             where workspace_id = :workspace and content_id = :content
               and chosen and status <> 'NONE'
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> Map.entry(new AdaptationId(uuid(row, "id")), progress(row)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static AdaptationProgress progress(ResultSet row) throws SQLException {
    var link = row.getString("permalink");
    return new AdaptationProgress(
        AdaptationProgress.Status.valueOf(row.getString("status")),
        row.getString("remote_id"),
        link == null ? null : URI.create(link),
        row.getString("note"),
        instant(row, "progressed_at"));
  }

  Optional<Owned> owned(WorkspaceId workspace, AdaptationId id) {
    return jdbc.sql("""
            select content_id, account_id, network, status
              from editorial_adaptation
             where workspace_id = :workspace and id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, _) -> new Owned(
            new ContentId(uuid(row, "content_id")),
            new AccountId(uuid(row, "account_id")),
            new NetworkId(row.getString("network")),
            AdaptationProgress.Status.valueOf(row.getString("status"))))
        .optional();
  }

  /** Where each chosen adaptation of a content stands. */
  List<AdaptationProgress.Status> statuses(WorkspaceId workspace, ContentId content) {
    return jdbc.sql("""
            select status from editorial_adaptation
             where workspace_id = :workspace and content_id = :content and chosen
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .query((row, _) -> AdaptationProgress.Status.valueOf(row.getString("status")))
        .list();
  }

  void write(WorkspaceId workspace, AdaptationId id, AdaptationProgress progress) {
    jdbc.sql("""
            update editorial_adaptation
               set status = :status, remote_id = coalesce(:remote, remote_id),
                   permalink = coalesce(:permalink, permalink), note = :note,
                   progressed_at = :at
             where workspace_id = :workspace and id = :id
            """)
        .param("status", progress.status().name())
        .param("remote", progress.remoteId())
        .param("permalink", progress.permalink() == null ? null : progress.permalink().toString())
        .param("note", progress.note())
        .param("at", at(progress.at()))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  /** Which content and account an adaptation belongs to, and where it stood. */
  record Owned(
      ContentId content, AccountId account, NetworkId network, AdaptationProgress.Status status) {}
}
