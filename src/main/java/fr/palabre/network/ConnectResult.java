package fr.palabre.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a person's wish to connect an account. */
public sealed interface ConnectResult {
  /**
   * @param missingScopes what the person did not grant, in the network's words
   */
  record Connected(
      String remoteId,
      String handle,
      String displayName,
      @Nullable String avatarUrl,
      Map<String, String> settings,
      Credentials credentials,
      Set<String> missingScopes)
      implements ConnectResult {}

  /** Why not, as a message key and its arguments: what happened and what to do. */
  record Refused(String messageKey, List<String> arguments) implements ConnectResult {}
}
