package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.Planned;
import fr.palabre.editorial.Proof;
import fr.palabre.editorial.text.Links;
import fr.palabre.network.AccountId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the composer shows.
 *
 * @param fresh whether nothing of it is kept yet
 * @param pageKey of this page, so that it never conflicts with itself
 * @param panel the account whose panel is open; null for the common one
 * @param planned when it goes out; on a fresh page, the slot it was opened from
 * @param finish what the one button does
 * @param departure what is asked and said where it gets its date
 * @param said how many words were exchanged on it
 */
public record Composer(
    Content content,
    boolean fresh,
    String pageKey,
    @Nullable AccountId panel,
    @Nullable Planned planned,
    List<AccountPanel> accounts,
    List<Shot> shots,
    Proof proof,
    Finish finish,
    Departure departure,
    int said) {

  public List<AccountPanel> chosen() {
    return accounts.stream().filter(AccountPanel::chosen).toList();
  }

  public boolean isOpen(@Nullable AccountPanel of) {
    var open = panel == null ? null
        : chosen().stream().filter(a -> a.id().equals(panel)).findFirst().orElse(null);
    return of == open;
  }

  /** Address of the content, below the brand's. */
  public String path() {
    return "contenus/" + content.id();
  }

  /** How many messages an account would send. */
  public int messages(AccountPanel of) {
    return proof.sheets().stream().filter(s -> s.account().id().equals(of.id()))
        .map(s -> s.parts().size()).findFirst().orElse(1);
  }

  /** The date the page was shown with, to know when it is changed; empty if none is kept. */
  public String seenDate() {
    return fresh || planned == null ? "" : planned.local().toString();
  }

  /** Where the first link leads, if an account would show its card; null if none would. */
  public @Nullable String wantedCard() {
    var shown = proof.sheets().stream()
        .anyMatch(s -> s.limits().linkCard() && s.images().isEmpty());
    return shown ? Links.first(content.body().text()).map(URI::getHost).orElse(null) : null;
  }

  /** Whether an image, or its original, stands among the common ones, where it is described. */
  public boolean isCommon(Shot shot) {
    var asset = shot.asset();
    var original = asset == null || asset.derivedFrom() == null ? shot.id()
        : asset.derivedFrom().toString();
    return shots.stream().anyMatch(s -> s.id().equals(shot.id()) || s.id().equals(original));
  }

  /** The first image that says nothing to those who cannot see it. */
  public boolean isFirstToDescribe(Shot shot) {
    return shots.stream().filter(s -> !s.image().isDescribed()).findFirst()
        .filter(shot::equals).isPresent();
  }
}
