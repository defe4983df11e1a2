package fr.palabre.platform.http;

import fr.palabre.platform.PalabreSettings;
import java.nio.file.Path;
import java.util.List;

/** The door to other hosts, opened to this machine: tests speak to servers of their own. */
public final class OpenDoor {
  private OpenDoor() {}

  public static Outgoing toThisMachine() {
    return new Outgoing(new AddressGuard(new PalabreSettings(
        Path.of("target/test-data"), null, null, null, null, null,
        List.of("localhost", "127.0.0.1"), false)));
  }
}
