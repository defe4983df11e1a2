package fr.palabre.delivery.engine;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the ledger short. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class LedgerJob {
  @Bean
  RecurringTask<Void> ledgerSweep(Ledger ledger) {
    return Tasks.recurring("delivery-ledger-sweep", Schedules.daily(LocalTime.of(3, 20)))
        .execute((_, _) -> ledger.sweep());
  }
}
