package fr.palabre.inbox.web;

import fr.palabre.inbox.ConversationId;
import fr.palabre.network.Inbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the list.
 *
 * @param excerpt what was said last, or what was searched, with the words found marked
 * @param replyState what holds up our answer: SENDING, REFUSED, UNKNOWN; null if nothing does
 */
public record ListRow(
    ConversationId id,
    String network,
    Inbound.Kind kind,
    String author,
    List<Piece> excerpt,
    Instant lastAt,
    @Nullable Instant waitingSince,
    int unanswered,
    boolean closed,
    @Nullable UUID assignee,
    @Nullable String assigneeName,
    @Nullable String replyState,
    int version,
    long place) {

  /** A piece of text, marked where it is what was searched. */
  public record Piece(String text, boolean marked) {}

  /** Most are; a list says the others only. */
  public boolean isComment() {
    return kind == Inbound.Kind.REPLY;
  }

  /** As the list's boxes send it. */
  public String read() {
    return id + ":" + version;
  }
}
