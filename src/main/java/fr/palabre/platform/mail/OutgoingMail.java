package fr.palabre.platform.mail;

import static fr.palabre.platform.db.Sql.at;

import fr.palabre.platform.Ids;
import fr.palabre.platform.db.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where modules hand in e-mails: kept with the change that wants them, sent after it. */
@Component
public class OutgoingMail {
  private final JdbcClient jdbc;
  private final MailSeal seal;
  private final MailSettings settings;
  private final Clock clock;

  OutgoingMail(JdbcClient jdbc, MailSeal seal, MailSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether this installation has a server that takes e-mail. */
  public boolean possible() {
    return settings.complete();
  }

  /**
   * @return the e-mail's id, by which its fate can be asked
   * @throws IllegalStateException where none can be sent: ask {@link #possible} first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID send(Mail mail) {
    if (!possible()) throw new IllegalStateException("No server takes e-mail");
    var id = Ids.next();
    jdbc.sql("""
            insert into platform_mail (id, sealed, due_at, useful_to)
            values (:id, :sealed, :now, :useful)
            """)
        .param("id", id)
        .param("sealed", seal.seal(mail, id))
        .param("now", at(clock.instant()))
        .param("useful", at(mail.usefulUntil()))
        .update();
    return id;
  }

  /** What became of these e-mails; one forgotten since is not among them. */
  public Map<UUID, Fate> fates(Collection<UUID> ids) {
    if (ids.isEmpty()) return Map.of();
    var fates = new HashMap<UUID, Fate>();
    jdbc.sql("select id, state from platform_mail where id in (:ids)")
        .param("ids", ids)
        .query(row -> {
          fates.put(Sql.uuid(row, "id"), Fate.valueOf(row.getString("state")));
        });
    return fates;
  }

  /** What became of an e-mail. */
  public enum Fate { WAITING, SENT, GIVEN_UP }
}
