package fr.palabre.delivery.simulation;

import fr.palabre.delivery.DeliveryId;
import fr.palabre.delivery.DeliveryProgressed;
import fr.palabre.delivery.DeliveryState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.EventListener;

/** The other rooms, as far as they hear what deliveries become. */
class Rooms {
  final Map<DeliveryId, DeliveryState> told = new HashMap<>();
  BooleanSupplier deaf = () -> false;

  @EventListener
  void on(DeliveryProgressed progressed) {
    if (deaf.getAsBoolean()) throw new IllegalStateException("deaf");
    told.put(progressed.delivery(), progressed.state());
  }
}
