package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.identity.Member;
import fr.palabre.identity.User;
import fr.palabre.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a session and returns the cookie's value, which is kept nowhere. */
  public String open(UserId user, String userAgent, Instant now) {
    var token = RandomToken.next();
    jdbc.sql("""
            insert into identity_session (token_hash, user_id, created_at, seen_at, expires_at,
                                          user_agent)
            values (:hash, :user, :now, :now, :expires, :agent)
            """)
        .param("hash", RandomToken.hash(token))
        .param("user", user.value())
        .param("now", at(now))
        .param("expires", at(now.plus(LIFETIME)))
        .param("agent", userAgent.substring(0, Math.min(200, userAgent.length())))
        .update();
    return token;
  }

  public void close(String token) {
    jdbc.sql("delete from identity_session where token_hash = :hash")
        .param("hash", RandomToken.hash(token))
        .update();
  }

  /** Who holds this cookie, with their part in the brand of this address if they have one. */
  Optional<Authenticated> authenticated(String token, String brand, Instant now) {
    var hash = RandomToken.hash(token);
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
    var user = MemberRow.user(row);
    return new Authenticated(user, MemberRow.member(row, user, brand), instant(row, "seen_at"));
  }

  /** The person behind a session, and their part in the brand asked for. */
  record Authenticated(User user, @Nullable Member member, Instant seenAt) {}
}
