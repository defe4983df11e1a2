package fr.palabre.platform.mail;

import fr.palabre.platform.mail.OutgoingMail.Fate;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, one e-mail after the other, each on its own. */
@Component
public class MailRound {
  private static final Logger log = LoggerFactory.getLogger(MailRound.class);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private final MailRows rows;
  private final MailSeal seal;
  private final MailServer server;
  private final Clock clock;

  MailRound(MailRows rows, MailSeal seal, MailServer server, Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.server = server;
    this.clock = clock;
  }

  public void deliverDue() {
    rows.claim().forEach(this::deliver);
  }

  /** Forgets what was settled long ago. */
  public void sweep() {
    rows.sweep();
  }

  private void deliver(MailRows.Waiting waiting) {
    if (waiting.usefulUntil().isBefore(clock.instant())) {
      rows.settle(waiting.id(), Fate.GIVEN_UP);
      return;
    }
    try {
      // The same Message-ID at each attempt: if the first did arrive, mailboxes show one.
      server.send(seal.open(waiting.sealed(), waiting.id()), waiting.id());
      rows.settle(waiting.id(), Fate.SENT);
    } catch (MessagingException | RuntimeException failure) {
      log.warn("E-mail {} not sent, attempt {}: {}", waiting.id(), waiting.attempts(),
          failure.getClass().getName());
      if (forGood(failure)) rows.settle(waiting.id(), Fate.GIVEN_UP);
      else rows.retry(waiting.id(), clock.instant().plus(wait(waiting.attempts())));
    }
  }

  /** A server's 5xx, or an address that is none; its 4xx and broken lines are worth a retry. */
  private static boolean forGood(@Nullable Exception failure) {
    return switch (failure) {
      case AddressException _ -> true;
      case SMTPAddressFailedException refused when refused.getReturnCode() >= 500 -> true;
      case SMTPSendFailedException refused when refused.getReturnCode() >= 500 -> true;
      case MessagingException other -> forGood(other.getNextException());
      case null, default -> false;
    };
  }

  /** 1, 2, 4 … 64 minutes. */
  private static Duration wait(int attempts) {
    return FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 6));
  }
}
