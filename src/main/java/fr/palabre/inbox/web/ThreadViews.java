package fr.palabre.inbox.web;

import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.inbox.Conversation;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.Drafts;
import fr.palabre.inbox.Happening;
import fr.palabre.inbox.Inbox;
import fr.palabre.inbox.Inbox.Read;
import fr.palabre.inbox.Presence;
import fr.palabre.inbox.web.Line.Said;
import fr.palabre.inbox.web.ThreadView.Measure;
import fr.palabre.network.Accounts;
import fr.palabre.network.LikesPosts;
import fr.palabre.network.Limits;
import fr.palabre.network.NetworkConnector;
import fr.palabre.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a thread's pane shows. */
@Component
@Transactional(readOnly = true)
class ThreadViews {
  private static final int LINES = 100;
  private static final int ALL_LINES = 2000;
  private final Inbox inbox;
  private final ThreadStore threads;
  private final PersonStore people;
  private final Drafts drafts;
  private final Presence presence;
  private final Colleagues colleagues;
  private final Accounts accounts;

  ThreadViews(Inbox inbox, ThreadStore threads, PersonStore people, Drafts drafts,
      Presence presence, Colleagues colleagues, Accounts accounts) {
    this.inbox = inbox;
    this.threads = threads;
    this.people = people;
    this.drafts = drafts;
    this.presence = presence;
    this.colleagues = colleagues;
    this.accounts = accounts;
  }

  /**
   * How one looks at a thread.
   *
   * @param whole whether older lines are wanted too
   * @param to the message one chose to answer; null for the last
   * @param overtaken the version one had read when something else happened; null if nothing did
   * @param refused why one's answer could not be sent; null if it could
   */
  record Look(
      boolean whole, @Nullable UUID to, @Nullable Integer overtaken, @Nullable String refused) {
    static final Look SIMPLE = new Look(false, null, null, null);
  }

  ThreadView view(Member me, ConversationId id, Look look) {
    var c = inbox.conversation(me, id);
    var most = look.whole() ? ALL_LINES : LINES;
    var readUpTo = look.overtaken() == null ? Integer.MAX_VALUE : look.overtaken();
    var lines = threads.lines(me, id, most, readUpTo);
    var account = accounts.account(me.workspaceId(), c.account());
    var installed = accounts.can(account, NetworkConnector.class);
    var mayLike = accounts.can(account, LikesPosts.class) && me.may(Permission.INBOX_REPLY);
    var last = answering(lines, null);
    return new ThreadView(c, account,
        installed ? accounts.connector(account.network()).name() : account.network().value(),
        threads.post(me, c).orElse(null), lines,
        !look.whole() && lines.stream().filter(l -> l instanceof Said).count() >= LINES,
        answering(lines, look.to()),
        mayLike && last != null && last.liked() == null ? last : null,
        people.person(me, c.person(), id), drafts.of(me, id),
        installed ? measure(accounts.limits(account)) : null,
        mayLike, overtaken(me, c, look), look.refused(), here(me, id),
        colleagues.of(me.workspaceId()).stream()
            .filter(colleague -> colleague.role().may(Permission.INBOX_REPLY)).toList(),
        Ids.next());
  }

  private List<Happening> overtaken(Member me, Conversation c, Look look) {
    return look.overtaken() == null
        ? List.of() : inbox.since(me, new Read(c.id(), look.overtaken()));
  }

  private List<Presence.Here> here(Member me, ConversationId id) {
    return presence.others(me).stream().filter(h -> h.conversation().equals(id)).toList();
  }

  private static @Nullable Said answering(List<Line> lines, @Nullable UUID chosen) {
    return lines.reversed().stream()
        .filter(Said.class::isInstance).map(Said.class::cast)
        .filter(s -> !s.ours() && !s.deleted() && (chosen == null || s.id().equals(chosen)))
        .findFirst().orElse(null);
  }

  private static Measure measure(Limits limits) {
    if (limits.linkLength() != null && limits.remoteMentionAsLocal())
      return new Measure(limits.maxLength(), "links23");
    return new Measure(limits.maxLength(),
        limits.unit() == Limits.Unit.GRAPHEMES ? "graphemes" : "characters");
  }
}
