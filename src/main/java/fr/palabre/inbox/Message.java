package fr.palabre.inbox;

import fr.palabre.network.AccountId;
import fr.palabre.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing said, as far as acting on it needs. */
record Message(
    UUID id,
    ConversationId conversation,
    AccountId account,
    @Nullable UUID turn,
    @Nullable String remoteId,
    boolean ours,
    @Nullable UUID user,
    String authorName,
    String authorHandle,
    String text,
    @Nullable String parentId,
    @Nullable String rootId,
    Instant at,
    @Nullable Instant deletedAt,
    @Nullable String state,
    @Nullable String liked) {

  /** The same, as part of that turn. */
  Message in(@Nullable UUID otherTurn) {
    return new Message(id, conversation, account, otherTurn, remoteId, ours, user, authorName,
        authorHandle, text, parentId, rootId, at, deletedAt, state, liked);
  }

  /** Our answer to it, not sent yet. */
  Message answeredBy(UUID user, String name, String handle, String words, Instant now) {
    return answeredBy(Ids.next(), user, name, handle, words, now);
  }

  /** Our answer to it under the id that its form was made with. */
  Message answeredBy(UUID key, UUID user, String name, String handle, String words,
      Instant now) {
    return new Message(key, conversation, account, turn, null, true, user, name, handle, words,
        remoteId, rootId == null ? remoteId : rootId, now, null, "SENDING", null);
  }
}
