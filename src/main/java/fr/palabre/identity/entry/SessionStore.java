package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.User;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.identity.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in the database: only a hash of the cookie is kept, and a row deleted signs out. */
@Component
public class SessionStore {
  static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration SEEN_STEP = Duration.ofMinutes(10);
  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a session and returns the cookie's value, which is kept nowhere. */
  public String open(UserId user, String userAgent, Instant now) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("""
            insert into identity_session (token_hash, user_id, created_at, seen_at, expires_at,
                                          user_agent)
            values (:hash, :user, :now, :now, :expires, :agent)
            """)
        .param("hash", hash(token))
        .param("user", user.value())
        .param("now", at(now))
        .param("expires", at(now.plus(LIFETIME)))
        .param("agent", userAgent.substring(0, Math.min(200, userAgent.length())))
        .update();
    return token;
  }

  public void close(String token) {
    jdbc.sql("delete from identity_session where token_hash = :hash")
        .param("hash", hash(token))
        .update();
  }

  /** Who holds this cookie, with their part in the brand of this address if they have one. */
  Optional<Authenticated> authenticated(String token, String brand, Instant now) {
    var hash = hash(token);
    var found = jdbc.sql("select * from identity_authenticate(:hash, :brand, :now)")
        .param("hash", hash)
        .param("brand", brand)
        .param("now", at(now))
        .query((row, _) -> authenticated(row, brand))
        .optional();
    found.filter(a -> a.seenAt().plus(SEEN_STEP).isBefore(now)).ifPresent(_ -> seen(hash, now));
    return found;
  }

  private void seen(byte[] hash, Instant now) {
    jdbc.sql("update identity_session set seen_at = :now, expires_at = :expires "
            + "where token_hash = :hash")
        .param("now", at(now))
        .param("expires", at(now.plus(LIFETIME)))
        .param("hash", hash)
        .update();
  }

  private static Authenticated authenticated(ResultSet row, String brand) throws SQLException {
    var user = new User(new UserId(uuid(row, "user_id")), row.getString("email"),
        row.getString("name"), Locale.of(row.getString("locale")), row.getString("theme"));
    return new Authenticated(user, member(row, user, brand), instant(row, "seen_at"));
  }

  private static @Nullable Member member(ResultSet row, User user, String brand)
      throws SQLException {
    var id = row.getObject("workspace_id", java.util.UUID.class);
    if (id == null) return null;
    var workspace = new Workspace(new WorkspaceId(id), brand, row.getString("workspace_name"),
        ZoneId.of(row.getString("zone")), Locale.of(row.getString("workspace_locale")),
        row.getBoolean("demo"), row.getBoolean("owner_approves"));
    var role = Role.valueOf(row.getString("role"));
    return new Member(user.id(), user.name(), workspace, role, role.permissions(), user.locale(),
        user.theme());
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The person behind a session, and their part in the brand asked for. */
  record Authenticated(User user, @Nullable Member member, Instant seenAt) {}
}
