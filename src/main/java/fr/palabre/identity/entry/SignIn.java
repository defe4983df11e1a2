package fr.palabre.identity.entry;

import fr.palabre.identity.UserId;
import fr.palabre.platform.db.Sql;
import fr.palabre.platform.secrets.Secret;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** A person says who they are. */
@Component
public class SignIn {
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final SessionStore sessions;
  private final Knocks knocks;
  private final Clock clock;
  private final SingletonSupplier<String> nobodysHash;

  SignIn(JdbcClient jdbc, PasswordEncoder passwords, SessionStore sessions, Knocks knocks,
      Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.sessions = sessions;
    this.knocks = knocks;
    this.clock = clock;
    this.nobodysHash = SingletonSupplier.of(() -> passwords.encode("nobody"));
  }

  public Outcome attempt(String email, Secret password, Visitor visitor) {
    var closed = knocks.knock(email, visitor.address());
    if (closed.isPresent()) return new Outcome.TooMany(closed.get());
    // An unknown address costs the same work as a wrong password, and answers the same.
    var nobodys = nobodysHash.obtain();
    var found = account(email);
    var hash = found == null || found.hash() == null ? nobodys : found.hash();
    var right = passwords.matches(password.reveal(), hash);
    if (!right || found == null || found.hash() == null) return new Outcome.Refused();
    knocks.welcome(email, visitor.address());
    return new Outcome.Welcome(sessions.open(found.id(), visitor.agent(), clock.instant()));
  }

  private @Nullable Account account(String email) {
    return jdbc.sql("""
            select id, password_hash from identity_user
             where lower(email) = lower(:email) and disabled_at is null
            """)
        .param("email", email)
        .query((row, _) ->
            new Account(new UserId(Sql.uuid(row, "id")), row.getString("password_hash")))
        .optional()
        .orElse(null);
  }

  private record Account(UserId id, @Nullable String hash) {}

  /** How an attempt ends. */
  public sealed interface Outcome {
    /** @param session the cookie's value, which is kept nowhere */
    record Welcome(String session) implements Outcome {}

    record Refused() implements Outcome {}

    record TooMany(Instant until) implements Outcome {}
  }
}
