package fr.palabre.platform.http;

import fr.palabre.platform.PalabreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The door to other hosts, with a played world behind it instead of sockets. */
public final class PlayedOutgoing extends Outgoing {
  /** What stands behind the door. */
  public interface Beyond {
    HttpResult answer(HttpCall call);
  }

  private final Beyond beyond;

  public PlayedOutgoing(Beyond beyond) {
    super(new Open());
    this.beyond = beyond;
  }

  @Override
  HttpResult exchange(HttpCall call) {
    return beyond.answer(call);
  }

  private static final class Open extends AddressGuard {
    Open() {
      super(new PalabreSettings(Path.of("none"), null, null, null, null, null, List.of(), false));
    }

    @Override
    Optional<String> refusal(URI address) {
      return Optional.empty();
    }
  }
}
