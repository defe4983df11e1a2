package fr.palabre.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two paper networks, so that contents differ from one to the other. */
@TestConfiguration(proxyBeanMethods = false)
public class PaperNetworks {
  @Bean
  PaperConnector note() {
    return PaperConnector.note();
  }

  @Bean
  PaperConnector letter() {
    return PaperConnector.letter();
  }
}
