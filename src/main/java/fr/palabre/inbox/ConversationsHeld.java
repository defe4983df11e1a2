package fr.palabre.inbox;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations that would go. */
@Component
@Order(4)
class ConversationsHeld extends CountedHolding {
  ConversationsHeld(JdbcClient jdbc) {
    super(jdbc, "inbox_conversation", "identity.held.inbox");
  }
}
