package fr.palabre.inbox.web;

import fr.palabre.identity.Colleagues.Colleague;
import fr.palabre.inbox.Conversation;
import fr.palabre.inbox.Happening;
import fr.palabre.inbox.Presence.Here;
import fr.palabre.network.ConnectedAccount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread, all that its pane shows.
 *
 * @param more whether older lines are not shown
 * @param answering the message an answer answers; null where there is none to answer
 * @param likeable the message the key of liking likes; null where nothing can be liked
 * @param measure null where the account's network is not installed here any more
 * @param overtaken what happened while the viewer wrote; empty if nothing did
 * @param refused why their answer could not be sent, as a message key; null if nothing was wrong
 * @param key makes the next answer known to the engine, however often it is sent
 */
public record ThreadView(
    Conversation conversation,
    ConnectedAccount account,
    String networkName,
    @Nullable PostView post,
    List<Line> lines,
    boolean more,
    Line.@Nullable Said answering,
    Line.@Nullable Said likeable,
    PersonView person,
    String draft,
    @Nullable Measure measure,
    boolean mayLike,
    List<Happening> overtaken,
    @Nullable String refused,
    List<Here> here,
    List<Colleague> colleagues,
    UUID key) {

  /** How long an answer may be, and how its network counts. */
  public record Measure(int longest, String how) {}
}
