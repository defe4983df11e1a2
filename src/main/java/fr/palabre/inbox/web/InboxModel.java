package fr.palabre.inbox.web;

import fr.palabre.identity.Colleagues.Colleague;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Inbound;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inbox, all that its page shows.
 *
 * @param thread the thread that is open; null if none is
 * @param changed rows that an act has just changed, to be shown as they are now
 * @param newest id of the last message at hand when this was shown; null if there is none yet
 */
public record InboxModel(
    InboxQuery query,
    ListPage list,
    Counts counts,
    @Nullable ThreadView thread,
    List<ListRow> changed,
    List<ConnectedAccount> accounts,
    Map<String, String> networks,
    List<Colleague> colleagues,
    @Nullable UUID newest) {

  public boolean isOpen(ListRow row) {
    return thread != null && thread.conversation().id().equals(row.id());
  }

  /** What stands behind the address of another view; filters stay, words searched do not. */
  public String address(InboxView view) {
    return query.seenAs(view).text();
  }

  public @Nullable String firstPage(Page page) {
    return query.cursor().isEmpty() ? null : page.to("messagerie") + query.start().text();
  }

  public @Nullable String nextPage(Page page) {
    return list.next() == null
        ? null : page.to("messagerie") + query.after(list.next()).text();
  }

  /** Why the list is empty, as the end of a message key. */
  public String emptiness() {
    if (query.isSearch()) return "SEARCH";
    if (query.isNarrowed()) return "FILTER";
    return accounts.isEmpty() ? "ACCOUNTS" : query.view().name();
  }

  public List<Choice> networkChoices(Page page) {
    return choices(page, networks.keySet().stream().sorted()
        .map(n -> new Choice(n, networks.getOrDefault(n, n), n.equals(query.reseau()))));
  }

  public List<Choice> accountChoices(Page page) {
    return choices(page, accounts.stream().map(a -> new Choice(a.id().toString(),
        page.t("inbox.filter.account.one", a.handle(),
            networks.getOrDefault(a.network().value(), a.network().value())),
        a.id().toString().equals(query.compte()))));
  }

  public List<Choice> kindChoices(Page page) {
    return choices(page, Arrays.stream(Inbound.Kind.values()).map(k -> new Choice(
        k.name().toLowerCase(Locale.ROOT), page.t("inbox.kind." + k),
        query.kind().filter(k::equals).isPresent())));
  }

  public List<Choice> assigneeChoices(Page page) {
    var fixed = Stream.of("moi", "personne")
        .map(w -> new Choice(w, page.t("inbox.filter.assignee." + w), w.equals(query.a())));
    return choices(page, Stream.concat(fixed, colleagues.stream()
        .filter(c -> !c.user().value().equals(page.viewer().userId()))
        .map(c -> new Choice(c.user().toString(), c.name(),
            c.user().toString().equals(query.a())))));
  }

  /** What narrows the list: its name, and the address without it. */
  public List<Choice> narrowings(Page page) {
    var found = new ArrayList<Choice>();
    chosen(networkChoices(page)).ifPresent(n -> found.add(without("reseau", n)));
    chosen(accountChoices(page)).ifPresent(n -> found.add(without("compte", n)));
    chosen(kindChoices(page)).ifPresent(n -> found.add(without("genre", n)));
    chosen(assigneeChoices(page)).ifPresent(n -> found.add(without("a", n)));
    if (query.isSearch())
      found.add(without("q", page.t("inbox.quoted", query.words())));
    return found;
  }

  private Choice without(String name, String label) {
    return new Choice(query.without(name).text(), label);
  }

  private static Optional<String> chosen(List<Choice> choices) {
    return choices.stream().filter(c -> c.chosen() && !c.value().isEmpty()).map(Choice::label)
        .findFirst();
  }

  private static List<Choice> choices(Page page, Stream<Choice> some) {
    return Stream.concat(Stream.of(new Choice("", page.t("inbox.filter.all"))), some).toList();
  }
}
