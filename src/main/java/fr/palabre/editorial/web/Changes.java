package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentImage;
import fr.palabre.editorial.text.WordDiff;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.PostDraft.LinkCard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is not the same in two versions of a content, in the order of the page. */
final class Changes {
  private final Map<AccountId, String> names;
  private final List<Change> found = new ArrayList<>();

  private Changes(List<ConnectedAccount> accounts) {
    this.names = accounts.stream()
        .collect(Collectors.toMap(ConnectedAccount::id, a -> "@" + a.handle()));
  }

  static List<Change> between(ContentBody before, ContentBody after,
      List<ConnectedAccount> accounts) {
    var changes = new Changes(accounts);
    changes.add("title", "", before.title(), after.title());
    changes.add("accounts", "", changes.chosen(before), changes.chosen(after));
    changes.add("text", "", before.text(), after.text());
    changes.add("images", "", images(before.images()), images(after.images()));
    changes.add("link", "", link(before.card()), link(after.card()));
    changes.add("firstReply", "", before.firstReply(), after.firstReply());
    changes.adaptations(before, after);
    return changes.found;
  }

  private void adaptations(ContentBody before, ContentBody after) {
    var accounts = new LinkedHashSet<AccountId>();
    for (var body : List.of(before, after)) body.chosen().forEach(a -> accounts.add(a.account()));
    for (var account : accounts) {
      var name = names.getOrDefault(account, "");
      compare(name, account, before, after, "text", a -> a.text());
      compare(name, account, before, after, "images",
          a -> a.images() == null ? null : images(a.images()));
      compare(name, account, before, after, "firstReply", a -> a.firstReply());
      compare(name, account, before, after, "warning", Adaptation::contentWarning);
      compare(name, account, before, after, "visibility",
          a -> a.visibility() == null ? "" : a.visibility().name());
      compare(name, account, before, after, "thread",
          a -> (a.thread() ? "✓" : "") + (a.numbered() ? " (1/2)" : ""));
    }
  }

  private void compare(String name, AccountId account, ContentBody before, ContentBody after,
      String what, Function<Adaptation, @Nullable String> part) {
    add(what, name, part(before, account, part), part(after, account, part));
  }

  private static String part(ContentBody body, AccountId account,
      Function<Adaptation, @Nullable String> part) {
    var adaptation = body.on(account).filter(Adaptation::chosen).orElse(null);
    return adaptation == null ? "" : Objects.requireNonNullElse(part.apply(adaptation), "");
  }

  private void add(String what, String where, String before, String after) {
    if (!before.equals(after))
      found.add(new Change("editorial.change." + what, where, WordDiff.between(before, after)));
  }

  private String chosen(ContentBody body) {
    return body.chosen().stream().map(a -> names.getOrDefault(a.account(), "…")).sorted()
        .collect(Collectors.joining(", "));
  }

  // A name cannot be told of an image here; its words and a short mark of its bytes can.
  private static String images(List<ContentImage> images) {
    return images.stream()
        .map(i -> "▣ " + i.sha256().substring(0, 6) + " « " + i.altText() + " »")
        .collect(Collectors.joining("\n"));
  }

  private static String link(@Nullable LinkCard link) {
    return link == null ? "" : link.title() + " — " + link.address();
  }
}
