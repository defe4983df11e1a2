package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.AccessJournal;
import fr.palabre.identity.UserId;
import fr.palabre.platform.secrets.Secret;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new password by a link that serves once, within the hour. */
@Component
public class PasswordResets {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final int MOST_AN_HOUR = 3;
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Knocks knocks;
  private final Letters letters;
  private final AccessJournal journal;
  private final Clock clock;

  PasswordResets(JdbcClient jdbc, PasswordEncoder passwords, Knocks knocks, Letters letters,
      AccessJournal journal, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.knocks = knocks;
    this.letters = letters;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether this house can send the link by e-mail. */
  public boolean byMail() {
    return letters.base().isPresent();
  }

  /**
   * Sends the link if the address has an account; whoever asks is told the same either way.
   *
   * @return until when nothing more is sent for this visitor, if they asked too often
   */
  @Transactional
  public Optional<Instant> ask(String email, Visitor visitor) {
    var closed = knocks.askForLetter(visitor.address());
    if (closed.isEmpty())
      letters.base().ifPresent(base -> account(email)
          .filter(account -> asked(account.id()) < MOST_AN_HOUR)
          .ifPresent(account -> write(account, base)));
    return closed;
  }

  /** A link that an administrator copies for someone, where no e-mail can. */
  @Transactional
  public URI link(UserId person, UserId by, URI base) {
    journal.record(by, "password.link.made", person.value(), "");
    return HouseAddress.at(base, "mot-de-passe", open(person));
  }

  /** A link for whoever holds the machine; empty if the address has no account. */
  @Transactional
  public Optional<URI> link(String email, URI base) {
    return account(email).map(account -> {
      journal.record(null, "password.link.made", account.id().value(), "");
      return HouseAddress.at(base, "mot-de-passe", open(account.id()));
    });
  }

  public boolean holds(String token) {
    return holder(token).isPresent();
  }

  /** Sets the password, ends every session and spends the link; empty if the link holds no more. */
  @Transactional
  public Optional<UserId> reset(String token, Secret password) {
    var spent = jdbc.sql("""
            update identity_reset set used_at = :now
             where token_hash = :hash and used_at is null and expires_at > :now
            returning user_id
            """)
        .param("now", at(clock.instant()))
        .param("hash", RandomToken.hash(token))
        .query((row, _) -> new UserId(uuid(row, "user_id")))
        .optional();
    spent.ifPresent(person -> set(person, password));
    return spent;
  }

  /** Name and address of who holds the link, which their new password should not be. */
  public Optional<Account> holder(String token) {
    return jdbc.sql("""
            select u.id, u.email, u.name, u.locale
              from identity_reset r join identity_user u on u.id = r.user_id
             where r.token_hash = :hash and r.used_at is null and r.expires_at > :now
            """)
        .param("hash", RandomToken.hash(token))
        .param("now", at(clock.instant()))
        .query((row, _) -> account(row))
        .optional();
  }

  private void set(UserId person, Secret password) {
    var email = jdbc.sql("""
            update identity_user set password_hash = :hash where id = :id returning email
            """)
        .param("hash", passwords.encode(password.reveal()))
        .param("id", person.value())
        .query(String.class)
        .single();
    jdbc.sql("update identity_reset set used_at = :now where user_id = :id and used_at is null")
        .param("now", at(clock.instant()))
        .param("id", person.value())
        .update();
    jdbc.sql("delete from identity_session where user_id = :id")
        .param("id", person.value())
        .update();
    knocks.forget(email);
    journal.record(person, "password.reset", person.value(), "");
  }

  private void write(Account account, URI base) {
    var link = HouseAddress.at(base, "mot-de-passe", open(account.id()));
    letters.send(account.email(), account.locale(), "identity.mail.reset", link,
        clock.instant().plus(LIFETIME));
    journal.record(null, "password.reset.asked", account.id().value(), "");
  }

  private String open(UserId person) {
    var token = RandomToken.next();
    jdbc.sql("""
            insert into identity_reset (token_hash, user_id, created_at, expires_at)
            values (:hash, :user, :now, :expires)
            """)
        .param("hash", RandomToken.hash(token))
        .param("user", person.value())
        .param("now", at(clock.instant()))
        .param("expires", at(clock.instant().plus(LIFETIME)))
        .update();
    return token;
  }

  private int asked(UserId person) {
    return jdbc.sql("""
            select count(*) from identity_reset where user_id = :user and created_at > :since
            """)
        .param("user", person.value())
        .param("since", at(clock.instant().minus(LIFETIME)))
        .query(Integer.class)
        .single();
  }

  private Optional<Account> account(String email) {
    return jdbc.sql("""
            select id, email, name, locale from identity_user
             where lower(email) = lower(:email) and disabled_at is null
            """)
        .param("email", email)
        .query((row, _) -> account(row))
        .optional();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(new UserId(uuid(row, "id")), row.getString("email"),
        row.getString("name"), Locale.of(row.getString("locale")));
  }

  public record Account(UserId id, String email, String name, Locale locale) {}
}
