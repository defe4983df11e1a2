package fr.palabre.network;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects an account by sending the person to the network and back. */
public interface ConnectsByOAuth extends NetworkConnector {
  List<ConnectField> fields();

  /** Where to send the person; {@code memory} is kept sealed and given back to {@link #complete}. */
  Authorization begin(Map<String, String> form, URI redirect, String state);

  ConnectResult complete(Map<String, String> memory, String code, URI redirect);

  sealed interface Authorization {
    record GoTo(URI address, Map<String, String> memory) implements Authorization {}

    record Impossible(String messageKey, List<String> arguments) implements Authorization {}
  }
}
