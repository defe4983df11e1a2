package fr.palabre.publishing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the clocks' rules every day and, since a start may bring new ones, at each start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class ClockJob {
  @Bean
  RecurringTask<Void> clockRulesDaily(ClockRules rules) {
    return Tasks.recurring("publishing-clock-rules", Schedules.daily(LocalTime.of(3, 10)))
        .execute((_, _) -> rules.check());
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> clockRulesAtStart(ClockRules rules) {
    return _ -> Thread.ofVirtual().name("publishing-clock-rules").start(rules::check);
  }
}
