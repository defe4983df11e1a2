package fr.palabre.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock; tests replace it. */
@Configuration(proxyBeanMethods = false)
class TimeSettings {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
