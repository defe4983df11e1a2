package fr.palabre.identity.entry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps once a day, on one node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class SweepJob {
  @Bean
  RecurringTask<Void> identitySweep(Sweep sweep) {
    return Tasks.recurring("identity-sweep", FixedDelay.of(Duration.ofDays(1)))
        .execute((_, _) -> {
          sweep.run();
          sweep.runEverywhere();
        });
  }
}
