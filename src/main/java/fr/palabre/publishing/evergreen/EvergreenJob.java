package fr.palabre.publishing.evergreen;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, on one node: copies are made days ahead, an hour later is soon enough. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class EvergreenJob {
  @Bean
  RecurringTask<Void> fillEvergreens(EvergreenRound round) {
    return Tasks.recurring("publishing-evergreen", FixedDelay.ofHours(1))
        .execute((_, _) -> round.fillDue());
  }
}
