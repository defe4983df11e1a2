package fr.palabre.inbox.web;

import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.inbox.ConversationId;
import fr.palabre.inbox.web.ThreadViews.Look;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.db.Remembered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the inbox shows: the whole page, or what changed in it. */
@Component
@Transactional(readOnly = true)
class InboxViews {
  private static final ListPage NO_LIST = new ListPage(List.of(), null, false);
  private final ListStore list;
  private final SearchStore search;
  private final ThreadViews threads;
  private final PulseStore pulse;
  private final Accounts accounts;
  private final Colleagues colleagues;
  private final Remembered remembered;

  InboxViews(ListStore list, SearchStore search, ThreadViews threads, PulseStore pulse,
      Accounts accounts, Colleagues colleagues, Remembered remembered) {
    this.list = list;
    this.search = search;
    this.threads = threads;
    this.pulse = pulse;
    this.accounts = accounts;
    this.colleagues = colleagues;
    this.remembered = remembered;
  }

  InboxModel whole(Member me, InboxQuery query, @Nullable ConversationId open, Look look) {
    var around = remembered.of(me.workspaceId().value(), new AroundOf(me.userId()),
        () -> around(me));
    return new InboxModel(query, query.isSearch() ? search.page(me, query) : list.page(me, query),
        around.counts(), open == null ? null : threads.view(me, open, look), List.of(),
        around.accounts(), around.networks(), around.colleagues(), around.newest());
  }

  private Around around(Member me) {
    // First: what is heard meanwhile is then told once more to the open page, never missed.
    var newest = pulse.newest(me);
    var connected = accounts.connected(me.workspaceId());
    return new Around(list.counts(me), connected, networks(connected), colleagues(me), newest);
  }

  /** The thread's pane alone, with the rows and counts that an act has just changed. */
  InboxModel pane(Member me, InboxQuery query, @Nullable ConversationId open, Look look,
      Collection<ConversationId> changed) {
    return new InboxModel(query, NO_LIST, list.counts(me),
        open == null ? null : threads.view(me, open, look), list.rows(me, changed), List.of(),
        Map.of(), List.of(), null);
  }

  private List<Colleagues.Colleague> colleagues(Member me) {
    return colleagues.of(me.workspaceId()).stream()
        .filter(c -> c.role().may(Permission.INBOX_REPLY)).toList();
  }

  private record AroundOf(UUID viewer) {}

  /** What stands around the list, whichever part of it is shown. */
  private record Around(Counts counts, List<ConnectedAccount> accounts,
      Map<String, String> networks, List<Colleagues.Colleague> colleagues, @Nullable UUID newest) {}

  private Map<String, String> networks(List<ConnectedAccount> connected) {
    return connected.stream().map(ConnectedAccount::network).distinct()
        .collect(Collectors.toMap(n -> n.value(), n -> accounts.connector(n).name()));
  }
}
