package fr.palabre.identity.entry;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;

import fr.palabre.platform.secrets.MasterKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
    return knock(List.of(new Knock(Door.ACCOUNT, email), new Knock(Door.ADDRESS, address)));
  }

  /** The same for whoever asks that a letter be sent. */
  @Transactional
  Optional<Instant> askForLetter(String address) {
    return knock(List.of(new Knock(Door.LETTER, address)));
  }

  private Optional<Instant> knock(List<Knock> knocks) {
    var closed = closedTo(knocks);
    if (closed.isPresent()) return closed;
    if (knocks.stream().allMatch(this::count)) return Optional.empty();
    return Optional.of(closedTo(knocks).orElse(clock.instant()));
  }

  /** The attempt was right: the account's count starts anew, the address gets its knock back. */
  @Transactional
  void welcome(String email, String address) {
    forget(email);
    jdbc.sql("""
            update identity_knock set knocks = greatest(knocks - 1, 0), closed_to = last_at
             where door = 'address' and who = :who
            """)
        .param("who", who(new Knock(Door.ADDRESS, address)))
        .update();
    jdbc.sql("delete from identity_knock where last_at < :old")
        .param("old", at(clock.instant().minus(FORGOTTEN_AFTER)))
        .update();
  }

  void forget(String email) {
    jdbc.sql("delete from identity_knock where door = 'account' and who = :who")
        .param("who", who(new Knock(Door.ACCOUNT, email)))
        .update();
  }

  private Optional<Instant> closedTo(List<Knock> knocks) {
    return knocks.stream().flatMap(knock -> closedTo(knock).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> closedTo(Knock knock) {
    return jdbc.sql("""
            select closed_to from identity_knock
             where door = :door and who = :who and closed_to > :now
            """)
        .param("door", knock.at())
        .param("who", who(knock))
        .param("now", at(clock.instant()))
        .query((row, _) -> instant(row, "closed_to"))
        .optional();
  }

  /** False where another attempt closed the door since: the row's lock makes them queue here. */
  private boolean count(Knock knock) {
    var now = clock.instant();
    var count = jdbc.sql("""
            insert into identity_knock as k (door, who, knocks, last_at, closed_to)
            values (:door, :who, 1, :now, :now)
            on conflict (door, who) do update
               set knocks = case when k.last_at < :old then 1 else k.knocks + 1 end,
                   last_at = :now
             where k.closed_to <= :now
            returning knocks
            """)
        .param("door", knock.at())
        .param("who", who(knock))
        .param("now", at(now))
        .param("old", at(now.minus(FORGOTTEN_AFTER)))
        .query(Integer.class)
        .optional();
    count.ifPresent(n -> close(knock, now.plus(knock.door().waitAfter(n))));
    return count.isPresent();
  }

  private void close(Knock knock, Instant until) {
    jdbc.sql("update identity_knock set closed_to = :until where door = :door and who = :who")
        .param("until", at(until))
        .param("door", knock.at())
        .param("who", who(knock))
        .update();
  }

  private byte[] who(Knock knock) {
    return key.derive("knock at " + knock.at() + " "
        + knock.who().strip().toLowerCase(Locale.ROOT));
  }

  private record Knock(Door door, String who) {
    String at() {
      return door.name().toLowerCase(Locale.ROOT);
    }
  }
}
