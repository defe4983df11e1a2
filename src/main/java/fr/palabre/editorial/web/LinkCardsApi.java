package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Saving;
import fr.palabre.editorial.card.CardReader;
import fr.palabre.editorial.card.CardReading;
import fr.palabre.editorial.text.Links;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.network.PostDraft.LinkCard;
import fr.palabre.platform.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The card shown for a content's first link, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}")
@Requires(Permission.CONTENT_WRITE)
@Tag(name = "Contents")
class LinkCardsApi {
  private final CardReader reader;
  private final Contents contents;
  private final ContentAnswers answers;

  LinkCardsApi(CardReader reader, Contents contents, ContentAnswers answers) {
    this.reader = reader;
    this.contents = contents;
    this.answers = answers;
  }

  // Answered from another thread: no transaction may wait for somebody else's site.
  @GetMapping("/link-cards")
  @Operation(operationId = "readLinkCard",
      summary = "Read the title and description that a page gives of itself",
      description = "Nothing is kept: put it on a content if it suits. Public pages under https"
          + " only.")
  Callable<CardSheet> read(
      @Parameter(description = "The page.", example = "https://exemple.test/fete-du-pain")
      @RequestParam URI url) {
    return () -> switch (reader.read(url)) {
      case CardReading.Read(LinkCard card) -> CardSheet.of(card);
      case CardReading.Failed(var reason) ->
          throw Refusal.invalid("link-" + Refusal.code(reason));
    };
  }

  @GetMapping("/contents/{id}/link-card")
  @Requires(Permission.CONTENT_READ)
  @Operation(operationId = "getLinkCard", summary = "The card of a content's first link")
  ResponseEntity<CardSheet> card(Member me, @PathVariable UUID id) {
    var content = answers.content(me, id);
    var card = content.body().card();
    if (card == null) throw new NoSuchElementException("No card on " + id);
    return ResponseEntity.ok().eTag(answers.etag(content).value()).body(CardSheet.of(card));
  }

  @PutMapping("/contents/{id}/link-card")
  @Operation(operationId = "putLinkCard", summary = "Show a card for a content's first link",
      description = "On networks that show one, and where there is no image. If-Match is the"
          + " content's.")
  ResponseEntity<ContentSheet> put(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Words words) {
    var content = read(me, id, ifMatch);
    var address = Links.first(content.body().text()).orElseThrow(() -> Refusal.invalid("no-link"));
    return save(me, content, new LinkCard(address, words.title().strip(),
        Objects.requireNonNullElse(words.description(), "").strip()));
  }

  @DeleteMapping("/contents/{id}/link-card")
  @Operation(operationId = "removeLinkCard", summary = "Go without the card of the first link",
      description = "If-Match is the content's.")
  ResponseEntity<ContentSheet> remove(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var content = read(me, id, ifMatch);
    return save(me, content, Links.first(content.body().text())
        .map(address -> new LinkCard(address, "", "")).orElse(null));
  }

  private Content read(Member me, UUID id, @Nullable String ifMatch) {
    var content = answers.content(me, id);
    answers.etag(content).require(ifMatch);
    return content;
  }

  private ResponseEntity<ContentSheet> save(Member me, Content content, @Nullable LinkCard card) {
    var saving = contents.save(me, content.id(), content.version(), content.body().withLink(card),
        "");
    return switch (saving) {
      case Saving.Saved(var saved, _) -> answers.answer(me, saved);
      case Saving.Conflict _ -> throw Refusal.changedSince();
      case Saving.Closed _ -> throw Refusal.conflict("already-out", Map.of());
    };
  }

  /** What a card says. */
  @Schema(name = "LinkCardWords")
  public record Words(
      @Schema(example = "La fête du pain") @NotBlank @Size(max = 200) String title,
      @Schema(example = "Deux jours au fournil.") @Size(max = 300) @Nullable String description) {}
}
