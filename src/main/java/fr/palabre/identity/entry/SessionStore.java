package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.AccessJournal;
import fr.palabre.identity.Member;
import fr.palabre.identity.User;
import fr.palabre.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions in the database: only a hash of the cookie is kept, and a row deleted signs out. */
@Component
public class SessionStore {
  static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration SEEN_STEP = Duration.ofMinutes(10);
  private final JdbcClient jdbc;
  private final AccessJournal journal;

  SessionStore(JdbcClient jdbc, AccessJournal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
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

  /** One's open sessions, the last used first. */
  public List<OpenSession> of(UserId user, String current, Instant now) {
    return jdbc.sql("""
            select id, created_at, seen_at, user_agent, token_hash = :current as current
              from identity_session
             where user_id = :user and expires_at > :now
             order by seen_at desc
             limit 50
            """)
        .param("user", user.value())
        .param("current", RandomToken.hash(current))
        .param("now", at(now))
        .query((row, _) -> new OpenSession(uuid(row, "id"), instant(row, "created_at"),
            instant(row, "seen_at"), row.getString("user_agent"), row.getBoolean("current")))
        .list();
  }

  /** Ends one of a person's sessions, wherever it is open. */
  @Transactional
  public void end(UserId user, UUID session) {
    var ended = jdbc.sql("delete from identity_session where user_id = :user and id = :id")
        .param("user", user.value())
        .param("id", session)
        .update();
    if (ended == 0) throw new NoSuchElementException("No such session");
    journal.record(user, "session.ended", session, "");
  }

  @Transactional
  public void endOthers(UserId user, String current) {
    closeOthers(user, current);
    journal.record(user, "session.others.ended", user.value(), "");
  }

  void closeOthers(UserId user, String current) {
    jdbc.sql("delete from identity_session where user_id = :user and token_hash <> :current")
        .param("user", user.value())
        .param("current", RandomToken.hash(current))
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

  /** A browser that is signed in. */
  public record OpenSession(UUID id, Instant createdAt, Instant seenAt, String userAgent,
      boolean current) {}
}
