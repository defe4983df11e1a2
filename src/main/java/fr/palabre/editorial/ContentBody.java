package fr.palabre.editorial;

import fr.palabre.network.AccountId;
import fr.palabre.network.PostDraft.LinkCard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All a content says, once for all accounts and then as each adapts it.
 *
 * @param title for the team only; may be empty
 * @param firstReply what answers it as soon as it is out; empty for none
 * @param link what is known of its first link; null if nobody asked, an empty title for no card
 * @param language BCP 47 tag of its texts
 */
public record ContentBody(
    String title,
    String text,
    List<ContentImage> images,
    String firstReply,
    @Nullable LinkCard link,
    String language,
    List<Adaptation> adaptations) {

  public static final ContentBody EMPTY =
      new ContentBody("", "", List.of(), "", null, "fr", List.of());

  public ContentBody {
    images = List.copyOf(images);
    adaptations = List.copyOf(adaptations);
  }

  /** The card of its first link; null for none. */
  public @Nullable LinkCard card() {
    return link == null || link.title().isBlank() ? null : link;
  }

  /** The accounts it goes out on. */
  public List<Adaptation> chosen() {
    return adaptations.stream().filter(Adaptation::chosen).toList();
  }

  public Optional<Adaptation> on(AccountId account) {
    return adaptations.stream().filter(a -> a.account().equals(account)).findFirst();
  }

  public String textOf(Adaptation adaptation) {
    return Objects.requireNonNullElse(adaptation.text(), text);
  }

  public List<ContentImage> imagesOf(Adaptation adaptation) {
    return Objects.requireNonNullElse(adaptation.images(), images);
  }

  public String firstReplyOf(Adaptation adaptation) {
    return Objects.requireNonNullElse(adaptation.firstReply(), firstReply);
  }

  public ContentBody withLink(@Nullable LinkCard card) {
    return new ContentBody(title, text, images, firstReply, card, language, adaptations);
  }

  public ContentBody withImages(List<ContentImage> others) {
    return new ContentBody(title, text, others, firstReply, link, language, adaptations);
  }

  public ContentBody withAdaptations(List<Adaptation> others) {
    return new ContentBody(title, text, images, firstReply, link, language, others);
  }
}
