package fr.palabre.network.connector.village;

import fr.palabre.network.AccountSession;
import fr.palabre.network.ConnectResult;
import fr.palabre.network.Credentials;
import fr.palabre.platform.secrets.MasterKey;
import fr.palabre.platform.secrets.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who may enter the village: whoever holds the key made for their name. */
@Component
class VillageGate {
  static final String CLOSED = "key-refused";
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9_.-]{1,29}");
  private final MasterKey master;
  private final Clock clock;

  VillageGate(MasterKey master, Clock clock) {
    this.master = master;
    this.clock = clock;
  }

  ConnectResult enter(String wished, String name) {
    var handle = wished.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
    if (!HANDLE.matcher(handle).matches())
      return new ConnectResult.Refused("network.village.handle.refused", List.of());
    var shown = name.isBlank() ? handle : name.strip();
    return new ConnectResult.Connected(handle, handle, shown, null,
        Map.of("opened", clock.instant().toString()),
        new Credentials(Map.of("key", new Secret(key(handle))), null), Set.of());
  }

  boolean opens(AccountSession session) {
    return session.credentials().reveal("key").equals(key(session.account().remoteId()));
  }

  private String key(String handle) {
    return master.deriveHex("village " + handle);
  }
}
