package fr.palabre.inbox;

import java.time.Instant;

/**
 * Something that happened in a conversation.
 *
 * @param who whoever did it, as people call them
 * @param byTheViewer whether the reader did it themselves, elsewhere
 */
public record Happening(Kind kind, String who, boolean byTheViewer, Instant at, int version) {
  public enum Kind { REPLIED, WROTE, NOTED, ASSIGNED, CLOSED, REOPENED, CHANGED, DELETED }
}
