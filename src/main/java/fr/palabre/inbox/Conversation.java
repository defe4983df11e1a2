package fr.palabre.inbox;

import fr.palabre.community.PersonId;
import fr.palabre.identity.UserId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Inbound;
import fr.palabre.network.NetworkId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with the public that began with one message.
 *
 * @param rootId the message that began it, or the private conversation's own id
 * @param postId the post of ours it stands under; null if none
 * @param person whoever spoke last on their side
 * @param turn the turn that waits for an answer; null if nothing does
 * @param waitingSince when that turn began
 * @param version grows with each thing that one must have read before acting
 * @param place where it stands in every list
 */
public record Conversation(
    ConversationId id,
    AccountId account,
    NetworkId network,
    Inbound.Kind kind,
    String rootId,
    @Nullable String postId,
    PersonId person,
    String authorName,
    String authorHandle,
    @Nullable UUID turn,
    @Nullable Instant waitingSince,
    @Nullable Instant closedAt,
    @Nullable UserId assignee,
    @Nullable String assigneeName,
    int version,
    long place) {

  public boolean isWaiting() {
    return turn != null;
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  public boolean isPrivate() {
    return kind == Inbound.Kind.DIRECT;
  }

  /** A name for the audit trail that tells nobody's words or identity. */
  String label() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " (" + network + ")";
  }
}
