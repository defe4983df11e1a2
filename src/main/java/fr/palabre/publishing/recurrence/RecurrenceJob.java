package fr.palabre.publishing.recurrence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Four times a day, on one node: makes what comes back. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class RecurrenceJob {
  @Bean
  RecurringTask<Void> makeOccurrences(RecurrenceRound round) {
    return Tasks.recurring("publishing-recurrences", FixedDelay.ofHours(6))
        .execute((_, _) -> round.makeComing());
  }
}
