package fr.palabre.platform.backup;

import fr.palabre.platform.PalabreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells the rooms, before any of them begins to work, that the house was restored. */
@Component
@ConditionalOnProperty(name = "palabre.background", havingValue = "true", matchIfMissing = true)
class RestoredHouse implements SmartLifecycle {
  static final String MARK = "restored";
  private final PalabreSettings settings;
  private final ApplicationEventPublisher events;
  private volatile boolean running;

  RestoredHouse(PalabreSettings settings, ApplicationEventPublisher events) {
    this.settings = settings;
    this.events = events;
  }

  @Override
  public void start() {
    running = true;
    var mark = settings.data().resolve(MARK);
    if (!Files.exists(mark)) return;
    try {
      events.publishEvent(new HouseRestored(Instant.parse(Files.readString(mark).trim())));
      Files.delete(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
