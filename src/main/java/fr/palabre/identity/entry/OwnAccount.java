package fr.palabre.identity.entry;

import fr.palabre.identity.AccessJournal;
import fr.palabre.identity.User;
import fr.palabre.platform.secrets.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about themselves. */
@Component
public class OwnAccount {
  private static final Duration WORTH_TELLING = Duration.ofDays(2);
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final SessionStore sessions;
  private final Knocks knocks;
  private final Letters letters;
  private final AccessJournal journal;
  private final Clock clock;

  OwnAccount(JdbcClient jdbc, PasswordEncoder passwords, SessionStore sessions, Knocks knocks,
      Letters letters, AccessJournal journal, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.sessions = sessions;
    this.knocks = knocks;
    this.letters = letters;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  public void change(User me, String name, Locale locale) {
    jdbc.sql("update identity_user set name = :name, locale = :locale where id = :id")
        .param("name", name)
        .param("locale", locale.getLanguage())
        .param("id", me.userId())
        .update();
    journal.record(me.id(), "user.changed", me.userId(), name);
  }

  /** Whether this is the person's password; wrong ones are counted like those at the door. */
  public Proof prove(User me, Secret password, Visitor visitor) {
    if (knocks.knock(me.email(), visitor.address()).isPresent()) return Proof.TOO_MANY;
    var hash = jdbc.sql("select password_hash from identity_user where id = :id")
        .param("id", me.userId())
        .query(String.class)
        .optional();
    if (hash.isEmpty() || !passwords.matches(password.reveal(), hash.get())) return Proof.WRONG;
    knocks.welcome(me.email(), visitor.address());
    return Proof.RIGHT;
  }

  /** Changes the password and ends every session but this one. */
  @Transactional
  public void change(User me, Secret password, String session) {
    jdbc.sql("update identity_user set password_hash = :hash where id = :id")
        .param("hash", passwords.encode(password.reveal()))
        .param("id", me.userId())
        .update();
    sessions.closeOthers(me.id(), session);
    journal.record(me.id(), "password.changed", me.userId(), "");
    if (letters.base().isPresent())
      letters.tell(me.email(), me.locale(), "identity.mail.changed",
          clock.instant().plus(WORTH_TELLING));
  }

  /** What comes of saying one's password again. */
  public enum Proof { RIGHT, WRONG, TOO_MANY }
}
