package fr.palabre.editorial;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contents that would go. */
@Component
@Order(2)
class ContentsHeld extends CountedHolding {
  ContentsHeld(JdbcClient jdbc) {
    super(jdbc, "editorial_content", "identity.held.editorial");
  }
}
