package fr.palabre.inbox;

import fr.palabre.platform.Ids;
import java.util.UUID;

/** An exchange with the public that began with one message. */
public record ConversationId(UUID value) {
  public static ConversationId next() {
    return new ConversationId(Ids.next());
  }

  /** Spring reads addresses with it. */
  public static ConversationId valueOf(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
