package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.platform.secrets.MasterKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in the database, so that nodes share the count. Each is counted as a failure
 * before the password is looked at: attempts sent together cannot slip through together.
 */
@Component
class Knocks {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
  private final JdbcClient jdbc;
  private final MasterKey key;
  private final Clock clock;

  Knocks(JdbcClient jdbc, MasterKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  /** Counts an attempt; when a door is closed, says until when and counts nothing. */
  @Transactional
  Optional<Instant> knock(String email, String address) {
    var closed = closedTo(email, address);
    if (closed.isPresent()) return closed;
    if (count(Door.ACCOUNT, email) && count(Door.ADDRESS, address)) return Optional.empty();
    return Optional.of(closedTo(email, address).orElse(clock.instant()));
  }

  /** The attempt was right: the account's count starts anew, the address gets its knock back. */
  @Transactional
  void welcome(String email, String address) {
    forget(email);
    jdbc.sql("""
            update identity_knock set knocks = greatest(knocks - 1, 0), closed_to = last_at
             where door = 'address' and who = :who
            """)
        .param("who", who(Door.ADDRESS, address))
        .update();
    jdbc.sql("delete from identity_knock where last_at < :old")
        .param("old", at(clock.instant().minus(FORGOTTEN_AFTER)))
        .update();
  }

  void forget(String email) {
    jdbc.sql("delete from identity_knock where door = 'account' and who = :who")
        .param("who", who(Door.ACCOUNT, email))
        .update();
  }

  private Optional<Instant> closedTo(String email, String address) {
    return jdbc.sql("""
            select closed_to from identity_knock
             where ((door = 'account' and who = :account) or (door = 'address' and who = :address))
               and closed_to > :now
             order by closed_to desc limit 1
            """)
        .param("account", who(Door.ACCOUNT, email))
        .param("address", who(Door.ADDRESS, address))
        .param("now", at(clock.instant()))
        .query((row, _) -> instant(row, "closed_to"))
        .optional();
  }

  /** False where another attempt closed the door since: the row's lock makes them queue here. */
  private boolean count(Door door, String value) {
    var now = clock.instant();
    var knocks = jdbc.sql("""
            insert into identity_knock as k (door, who, knocks, last_at, closed_to)
            values (:door, :who, 1, :now, :now)
            on conflict (door, who) do update
               set knocks = case when k.last_at < :old then 1 else k.knocks + 1 end,
                   last_at = :now
             where k.closed_to <= :now
            returning knocks
            """)
        .param("door", name(door))
        .param("who", who(door, value))
        .param("now", at(now))
        .param("old", at(now.minus(FORGOTTEN_AFTER)))
        .query(Integer.class)
        .optional();
    knocks.ifPresent(n -> close(door, value, now.plus(door.waitAfter(n))));
    return knocks.isPresent();
  }

  private void close(Door door, String value, Instant until) {
    jdbc.sql("update identity_knock set closed_to = :until where door = :door and who = :who")
        .param("until", at(until))
        .param("door", name(door))
        .param("who", who(door, value))
        .update();
  }

  private byte[] who(Door door, String value) {
    return key.derive("knock at " + name(door) + " " + value.strip().toLowerCase(Locale.ROOT));
  }

  private static String name(Door door) {
    return door.name().toLowerCase(Locale.ROOT);
  }
}
