package fr.palabre.delivery;

import fr.palabre.network.DeliveryKey;
import fr.palabre.platform.Ids;
import java.util.UUID;

/** One act towards a network. */
public record DeliveryId(UUID value) {
  public static DeliveryId next() {
    return new DeliveryId(Ids.next());
  }

  /** The key under which the network may recognise a repeat: the same at each attempt. */
  public DeliveryKey key() {
    return new DeliveryKey(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
