package fr.palabre.delivery;

import fr.palabre.network.PostDraft;

/** What is to be done on a network. */
public sealed interface Act {

  /**
   * Publishes a message. Only this one may not be repeated blindly: its unknown outcome is settled
   * by reading the account back.
   */
  record Publish(PostDraft draft) implements Act {}

  /** Likes a message; harmless twice. */
  record Like(String remoteId) implements Act {}

  /** Takes a like back; harmless twice. */
  record Unlike(String remoteId) implements Act {}

  /** Deletes one's own post; harmless twice, and never stopped by a freeze. */
  record Delete(String remoteId) implements Act {}

  /** Changes one's own post; harmless twice. */
  record Edit(String remoteId, PostDraft draft) implements Act {}

  /** Whether doing it once more does nothing more. */
  default boolean harmlessTwice() {
    return !(this instanceof Publish);
  }
}
