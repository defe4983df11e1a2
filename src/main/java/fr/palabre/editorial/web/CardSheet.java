package fr.palabre.editorial.web;

import fr.palabre.network.PostDraft.LinkCard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;

/** The card shown for a link, as the API shows it. */
@Schema(name = "LinkCard")
public record CardSheet(
    @Schema(example = "https://exemple.test/fete-du-pain") URI url,
    @Schema(example = "La fête du pain") String title,
    @Schema(example = "Deux jours au fournil.") String description) {

  static CardSheet of(LinkCard card) {
    return new CardSheet(card.address(), card.title(), card.description());
  }
}
