package fr.palabre.testing;

import fr.palabre.delivery.DeliveryProgressed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Hears what deliveries become; may fail to take it in. */
public class DeliveryEars {
  public final List<DeliveryProgressed> heard = new CopyOnWriteArrayList<>();
  public volatile boolean deaf;

  @EventListener
  void on(DeliveryProgressed progressed) {
    if (deaf) throw new IllegalStateException("deaf");
    heard.add(progressed);
  }
}
