package fr.palabre.analytics;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures that would go. */
@Component
@Order(6)
class SeriesHeld extends CountedHolding {
  SeriesHeld(JdbcClient jdbc) {
    super(jdbc, "analytics_post", "identity.held.analytics");
  }
}
