package fr.palabre.media;

import fr.palabre.identity.CountedHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The images that would go. */
@Component
@Order(3)
class MediaHeld extends CountedHolding {
  MediaHeld(JdbcClient jdbc) {
    super(jdbc, "media_asset", "identity.held.media");
  }
}
