package fr.palabre.publishing.preflight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks posts over every minute, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class PreflightJob {
  @Bean
  RecurringTask<Void> preflightRounds(PreflightRound round) {
    return Tasks.recurring("publishing-preflight", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((_, _) -> round.run());
  }
}
