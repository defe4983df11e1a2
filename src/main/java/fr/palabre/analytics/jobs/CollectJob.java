package fr.palabre.analytics.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.palabre.analytics.series.Collector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each minute, on one node: reads what is due. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class CollectJob {
  @Bean
  RecurringTask<Void> collectFigures(Collector collector) {
    return Tasks.recurring("analytics-collect", FixedDelay.ofMinutes(1))
        .execute((_, _) -> collector.collectDue());
  }
}
