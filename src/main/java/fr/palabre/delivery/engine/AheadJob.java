package fr.palabre.delivery.engine;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every half minute for images to send ahead, on one of the nodes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class AheadJob {
  @Bean
  RecurringTask<Void> imagesAhead(ImagesAhead ahead) {
    return Tasks.recurring("delivery-images-ahead", FixedDelay.ofSeconds(30))
        .execute((_, _) -> ahead.send());
  }
}
