package fr.palabre.network;

import fr.palabre.identity.WorkspaceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account that a brand has connected.
 *
 * @param remoteId the account's own id on its network (a DID, a number)
 * @param handle as the network writes it, without the at sign in front
 * @param avatarUrl address of the picture on the network; never loaded by a page directly
 * @param settings what the connector keeps about it that is no secret: server, limits read there
 * @param standing whether it can be used now
 */
public record ConnectedAccount(
    AccountId id,
    WorkspaceId workspace,
    NetworkId network,
    String remoteId,
    String handle,
    String displayName,
    @Nullable String avatarUrl,
    Map<String, String> settings,
    Standing standing) {

  public enum Standing {
    /** Works. */
    CONNECTED,
    /** The network no longer accepts its token: a person must connect it again. */
    DISCONNECTED,
    /** Removed by a person; its history stays. */
    REMOVED
  }

  /** @throws IllegalStateException if the connector never wrote it */
  public String setting(String name) {
    var value = settings.get(name);
    if (value == null) throw new IllegalStateException("Account " + id + " has no " + name);
    return value;
  }
}
