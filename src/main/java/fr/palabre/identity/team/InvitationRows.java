package fr.palabre.identity.team;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;
import static fr.palabre.platform.db.Sql.uuidOrNull;

import fr.palabre.identity.Role;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.entry.RandomToken;
import fr.palabre.platform.secrets.Secret;
import fr.palabre.platform.secrets.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations' table. */
@Component
class InvitationRows {
  private final JdbcClient jdbc;
  private final SecretBox box;
  private final Clock clock;

  InvitationRows(JdbcClient jdbc, SecretBox box, Clock clock) {
    this.jdbc = jdbc;
    this.box = box;
    this.clock = clock;
  }

  void add(WorkspaceId workspace, UUID id, @Nullable String email, Role role, String token,
      UUID invitedBy, @Nullable UUID mail, Instant expires) {
    jdbc.sql("""
            insert into identity_invitation (workspace_id, id, email, role, token_hash,
                token_sealed, invited_by, mail_id, created_at, expires_at)
            values (:workspace, :id, :email, :role, :hash, :sealed, :by, :mail, :now, :expires)
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .param("email", email)
        .param("role", role.name())
        .param("hash", RandomToken.hash(token))
        .param("sealed", box.seal(new Secret(token), context(id)))
        .param("by", invitedBy)
        .param("mail", mail)
        .param("now", at(clock.instant()))
        .param("expires", at(expires))
        .update();
  }

  List<Open> open(WorkspaceId workspace) {
    return jdbc.sql("""
            select id, email, role, token_sealed, mail_id, expires_at
              from identity_invitation
             where workspace_id = :workspace and accepted_at is null and revoked_at is null
             order by id desc
             limit 100
            """)
        .param("workspace", workspace.value())
        .query((row, _) -> new Open(pending(row), uuidOrNull(row, "mail_id")))
        .list();
  }

  Optional<Invitation> behind(String token) {
    return jdbc.sql("select * from identity_invitation_at(:hash, :now)")
        .param("hash", RandomToken.hash(token))
        .param("now", at(clock.instant()))
        .query((row, _) -> invitation(row))
        .optional();
  }

  /** False where it was taken, withdrawn or expired meanwhile. */
  boolean spend(Invitation invitation) {
    return 1 == jdbc.sql("""
            update identity_invitation set accepted_at = :now
             where workspace_id = :workspace and id = :id
               and accepted_at is null and revoked_at is null and expires_at > :now
            """)
        .param("now", at(clock.instant()))
        .param("workspace", invitation.workspace().value())
        .param("id", invitation.id())
        .update();
  }

  /** False where there was none to withdraw. */
  boolean withdraw(WorkspaceId workspace, UUID id) {
    return 1 == jdbc.sql("""
            update identity_invitation set revoked_at = :now
             where workspace_id = :workspace and id = :id
               and accepted_at is null and revoked_at is null
            """)
        .param("now", at(clock.instant()))
        .param("workspace", workspace.value())
        .param("id", id)
        .update();
  }

  /** A new invitation to the same address replaces those before it. */
  void withdrawTo(WorkspaceId workspace, String email) {
    jdbc.sql("""
            update identity_invitation set revoked_at = :now
             where workspace_id = :workspace and lower(email) = lower(:email)
               and accepted_at is null and revoked_at is null
            """)
        .param("now", at(clock.instant()))
        .param("workspace", workspace.value())
        .param("email", email)
        .update();
  }

  private PendingInvitation pending(ResultSet row) throws SQLException {
    var id = uuid(row, "id");
    var token = box.open(row.getBytes("token_sealed"), context(id)).reveal();
    return new PendingInvitation(id, row.getString("email"), Role.valueOf(row.getString("role")),
        token, null, instant(row, "expires_at"));
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(new WorkspaceId(uuid(row, "workspace_id")), uuid(row, "id"),
        row.getString("workspace_name"), row.getString("slug"),
        Locale.of(row.getString("workspace_locale")), row.getString("email"),
        Role.valueOf(row.getString("role")), row.getString("inviter"));
  }

  private static String context(UUID id) {
    return "invitation " + id;
  }

  /** @param mail the e-mail it was sent by, if it was */
  record Open(PendingInvitation invitation, @Nullable UUID mail) {}
}
