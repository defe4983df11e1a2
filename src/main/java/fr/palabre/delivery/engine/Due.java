package fr.palabre.delivery.engine;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Delivery;
import fr.palabre.network.PostDraft;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose turn it is.
 *
 * @param failures how often in a row it could not be sent
 * @param parent what it answers because it comes after it; null if nothing
 */
record Due(Delivery delivery, int failures, PostDraft.@Nullable ReplyTo parent) {

  /** What is really sent: the next part of a thread answers the one before it. */
  Act act() {
    return switch (delivery.act()) {
      case Act.Publish(PostDraft draft) when draft.replyTo() == null && parent != null ->
          new Act.Publish(draft.inReplyTo(parent));
      case Act other -> other;
    };
  }
}
