package fr.palabre.community;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of people, which would be forgotten. */
@Component
@Order(5)
class PeopleHeld extends CountedHolding {
  PeopleHeld(JdbcClient jdbc) {
    super(jdbc, "community_person", "identity.held.community");
  }
}
