package fr.palabre.network;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts the brand would be disconnected from. */
@Component
@Order(1)
class AccountsHeld extends CountedHolding {
  AccountsHeld(JdbcClient jdbc) {
    super(jdbc, "network_account", "identity.held.network");
  }
}
