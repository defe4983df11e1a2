package fr.palabre.testing;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.platform.db.RowScope;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.servlet.http.Cookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes brands, people and their sessions for a test. */
public class Brands {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final JdbcClient jdbc;
  private final RowScope scope;
  private final Clock clock;
  private final PasswordEncoder passwords;

  Brands(JdbcClient jdbc, RowScope scope, Clock clock, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.clock = clock;
    this.passwords = passwords;
  }

  public Workspace brand() {
    var id = WorkspaceId.next();
    var slug = "marque-" + id.toString().substring(24);
    scope.within(id.value(), () -> {
      jdbc.sql("insert into identity_workspace (id, slug, name) values (:id, :slug, :slug)")
          .param("id", id.value()).param("slug", slug).update();
    });
    return new Workspace(id, slug, slug, PARIS, Locale.FRENCH, false, true);
  }

  public Member member(Workspace workspace, Role role) {
    var user = UserId.next();
    var email = user + "@exemple.test";
    jdbc.sql("insert into identity_user (id, email, name) values (:id, :email, :name)")
        .param("id", user.value()).param("email", email).param("name", role.name()).update();
    join(workspace, user, role);
    return new Member(user, role.name(), workspace, role, role.permissions(), Locale.FRENCH,
        "auto");
  }

  /** Makes someone who exists a member of one more brand. */
  public void join(Workspace workspace, UserId user, Role role) {
    scope.within(workspace.id().value(), () -> {
      jdbc.sql("insert into identity_membership (workspace_id, user_id, role) "
              + "values (:workspace, :user, :role)")
          .param("workspace", workspace.id().value())
          .param("user", user.value())
          .param("role", role.name())
          .update();
    });
  }

  /** Gives this person a password to sign in with; their address is {@code <id>@exemple.test}. */
  public void password(Member member, String password) {
    jdbc.sql("update identity_user set password_hash = :hash where id = :id")
        .param("hash", passwords.encode(password)).param("id", member.user().value()).update();
  }

  /** The cookie of a session opened for this person. */
  public Cookie session(UserId user) {
    var token = UUID.randomUUID().toString();
    jdbc.sql("""
            insert into identity_session (token_hash, user_id, created_at, seen_at, expires_at)
            values (:hash, :user, :now, :now, :expires)
            """)
        .param("hash", sha256(token))
        .param("user", user.value())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("expires", OffsetDateTime.ofInstant(
            clock.instant().plus(Duration.ofDays(3650)), ZoneOffset.UTC))
        .update();
    return new Cookie("palabre_session", token);
  }

  /** A token of the API with all that this person's role may do, as its header. */
  public String bearer(Member member) {
    return bearer(member, Permission.values());
  }

  /** A token that may do this much, as far as the person's role may. */
  public String bearer(Member member, Permission... permissions) {
    var token = UUID.randomUUID().toString();
    scope.within(member.workspaceId().value(), () -> {
      jdbc.sql("""
              insert into identity_token (workspace_id, user_id, name, token_hash, permissions,
                                          created_at)
              values (:workspace, :user, 'test', :hash, :permissions, :now)
              """)
          .param("workspace", member.workspaceId().value())
          .param("user", member.userId())
          .param("hash", sha256(token))
          .param("permissions", Arrays.stream(permissions).map(Enum::name)
              .toArray(String[]::new))
          .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .update();
    });
    return "Bearer " + token;
  }

  public <T> T within(Workspace workspace, Supplier<T> work) {
    return scope.within(workspace.id().value(), work);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
