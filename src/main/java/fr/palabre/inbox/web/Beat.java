package fr.palabre.inbox.web;

import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Happening;
import fr.palabre.inbox.Presence.Here;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one beat of the page learnt.
 *
 * @param newest the last message the page knew when it was shown
 * @param arrived messages that came in since
 * @param since what happened in the open thread since it was read, newest first
 * @param here everyone else in the inbox
 * @param rows those whose answer was on its way
 */
public record Beat(
    InboxQuery query,
    @Nullable UUID newest,
    int arrived,
    @Nullable ConversationId open,
    List<Happening> since,
    List<Here> here,
    List<ListRow> rows,
    Counts counts) {

  /** What happened by someone else's hand; one's own acts are no news. */
  public List<Happening> news() {
    return since.stream().filter(h -> !h.byTheViewer()).toList();
  }

  /** Whether an answer in the list is still on its way. */
  public boolean isAwaiting() {
    return rows.stream().anyMatch(row -> "SENDING".equals(row.replyState()));
  }

  public List<Here> inTheThread() {
    return here.stream().filter(h -> h.conversation().equals(open)).toList();
  }
}
