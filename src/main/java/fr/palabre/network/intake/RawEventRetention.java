package fr.palabre.network.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Raw events hold personal data: once understood, they are kept no longer than a dispute needs. */
@Configuration(proxyBeanMethods = false)
class RawEventRetention {
  static final Duration KEPT = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> forgetRawEvents(RawEventStore events, RowScope scope, Clock clock) {
    return Tasks.recurring("network-forget-raw-events", Schedules.daily(LocalTime.of(3, 40)))
        .execute((_, _) -> scope.everywhere(() ->
            events.forgetUnderstoodBefore(clock.instant().minus(KEPT))));
  }
}
