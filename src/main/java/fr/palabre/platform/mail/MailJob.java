package fr.palabre.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The postman's rounds: every few seconds, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class MailJob {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Bean
  RecurringTask<Void> mailRounds(MailRound round, OutgoingMail mail) {
    return Tasks.recurring("mail-rounds", FixedDelay.of(PAUSE)).execute((_, _) -> {
      if (mail.possible()) round.deliverDue();
    });
  }

  @Bean
  RecurringTask<Void> mailSweep(MailRound round) {
    return Tasks.recurring("mail-sweep", FixedDelay.of(Duration.ofDays(1)))
        .execute((_, _) -> round.sweep());
  }
}
