package fr.palabre.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Component
public class Users {
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final AccessJournal journal;

  Users(JdbcClient jdbc, PasswordEncoder passwords, AccessJournal journal) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.journal = journal;
  }

  /** The new account's id; empty if the address already has one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UserId> create(NewUser person) {
    var id = UserId.next();
    var created = jdbc.sql("""
            insert into identity_user (id, email, name, password_hash, locale)
            values (:id, :email, :name, :hash, :locale)
            on conflict (lower(email)) do nothing
            """)
        .param("id", id.value())
        .param("email", person.email())
        .param("name", person.name())
        .param("hash", passwords.encode(person.password().reveal()))
        .param("locale", person.locale().getLanguage())
        .update();
    if (created == 0) return Optional.empty();
    journal.record(id, "user.created", id.value(), person.name());
    return Optional.of(id);
  }

  /** Keeps the theme a person likes: auto, light or dark. */
  @Transactional
  public void like(UserId person, String theme) {
    jdbc.sql("update identity_user set theme = :theme where id = :person")
        .param("theme", theme)
        .param("person", person.value())
        .update();
  }

  public boolean known(String email) {
    return jdbc.sql("select exists (select from identity_user where lower(email) = lower(:email))")
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  public boolean anybody() {
    return jdbc.sql("select exists (select from identity_user)").query(Boolean.class).single();
  }
}
