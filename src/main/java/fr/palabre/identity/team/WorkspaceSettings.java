package fr.palabre.identity.team;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.AccessJournal;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.platform.files.FileStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A brand's own settings, and its end. */
@Component
public class WorkspaceSettings {
  private final JdbcClient jdbc;
  private final FileStore files;
  private final AuditTrail audit;
  private final AccessJournal journal;

  WorkspaceSettings(JdbcClient jdbc, FileStore files, AuditTrail audit, AccessJournal journal) {
    this.jdbc = jdbc;
    this.files = files;
    this.audit = audit;
    this.journal = journal;
  }

  @Transactional
  public void change(Member me, String name, Locale locale, ZoneId zone, boolean ownerApproves) {
    jdbc.sql("""
            update identity_workspace
               set name = :name, locale = :locale, zone = :zone, owner_approves = :own
             where id = :workspace
            """)
        .param("name", name)
        .param("locale", locale.getLanguage())
        .param("zone", zone.getId())
        .param("own", ownerApproves)
        .param("workspace", me.workspaceId().value())
        .update();
    audit.record(me.workspaceId().value(), me.userId(), "workspace.changed",
        me.workspaceId().value(), name);
  }

  /** @param logo a small picture, as {@link Logo} makes it; null takes the brand's away */
  @Transactional
  public void show(Workspace brand, UserId by, byte @Nullable [] logo) {
    var id = brand.id().value();
    var path = logo == null ? null : files.keep(id, logo, "png").path().toString();
    jdbc.sql("update identity_workspace set logo = :logo where id = :workspace")
        .param("logo", path)
        .param("workspace", id)
        .update();
    audit.record(id, by.value(),
        logo == null ? "workspace.logo.removed" : "workspace.logo.changed", id, brand.name());
  }

  public Optional<byte[]> logo(Member me) {
    return Optional.ofNullable(me.workspace().logo()).map(path -> files.read(Path.of(path)));
  }

  /** Deletes the brand and every row that is its own; its files go once that is certain. */
  @Transactional
  public void delete(Member me) {
    var workspace = me.workspaceId();
    jdbc.sql("delete from identity_workspace where id = :workspace")
        .param("workspace", workspace.value())
        .update();
    journal.record(me.user(), "workspace.deleted", workspace.value(), me.tenantName());
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        files.removeAll(workspace.value());
      }
    });
  }
}
