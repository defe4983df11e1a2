package fr.palabre.platform.mail;

import static fr.palabre.platform.db.Sql.at;
import static fr.palabre.platform.db.Sql.instant;
import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.platform.mail.OutgoingMail.Fate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The e-mails that wait, claimed so that two nodes do not send the same one together. */
@Component
class MailRows {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int BATCH = 20;
  private final JdbcClient jdbc;
  private final Clock clock;

  MailRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  List<Waiting> claim() {
    var now = clock.instant();
    return jdbc.sql("""
            update platform_mail set claimed_to = :lease, attempts = attempts + 1
             where id in (select id from platform_mail
                           where state = 'WAITING' and due_at <= :now
                             and (claimed_to is null or claimed_to < :now)
                           order by due_at limit :batch for update skip locked)
            returning id, sealed, attempts, useful_to
            """)
        .param("lease", at(now.plus(LEASE)))
        .param("now", at(now))
        .param("batch", BATCH)
        .query((row, _) -> new Waiting(uuid(row, "id"), row.getBytes("sealed"),
            row.getInt("attempts"), instant(row, "useful_to")))
        .list();
  }

  /** It left, or never will: its words are forgotten. */
  void settle(UUID id, Fate fate) {
    jdbc.sql("""
            update platform_mail
               set state = :fate, sealed = null, claimed_to = null, settled_at = :now
             where id = :id
            """)
        .param("fate", fate.name())
        .param("now", at(clock.instant()))
        .param("id", id)
        .update();
  }

  void retry(UUID id, Instant at) {
    jdbc.sql("update platform_mail set due_at = :at, claimed_to = null where id = :id")
        .param("at", at(at))
        .param("id", id)
        .update();
  }

  /** What is known of an e-mail once it is settled is of use for a month. */
  int sweep() {
    return jdbc.sql("delete from platform_mail where settled_at < :old")
        .param("old", at(clock.instant().minus(KEPT)))
        .update();
  }

  record Waiting(UUID id, byte[] sealed, int attempts, Instant usefulUntil) {}
}
