package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentImage;
import fr.palabre.editorial.card.CardReader;
import fr.palabre.editorial.card.CardReading;
import fr.palabre.editorial.text.Links;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.media.Upload;
import fr.palabre.network.PostDraft.LinkCard;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What the composer fetches from elsewhere: images from a disk or the library, a link's card. */
@Controller
@RequestMapping("/{brand}/contenus/{id}")
@Requires(Permission.CONTENT_WRITE)
class ComposerAdditions {
  private static final int CHOICES = 60;
  private final ComposerDesk desk;
  private final ComposerAnswers answers;
  private final MediaLibrary media;
  private final CardReader cards;
  private final Pages pages;

  ComposerAdditions(ComposerDesk desk, ComposerAnswers answers, MediaLibrary media,
      CardReader cards, Pages pages) {
    this.desk = desk;
    this.answers = answers;
    this.media = media;
    this.cards = cards;
    this.pages = pages;
  }

  /** The library's images, to choose from. */
  @GetMapping("/mediatheque")
  String library(Member me, @PathVariable UUID id, HttpServletRequest request, Model model) {
    model.addAttribute("assets", media.page(me.workspaceId(), "", null, CHOICES));
    model.addAttribute("address", pages.of(request).to("contenus/" + id + "/images"));
    return "editorial/choices";
  }

  @PostMapping("/images")
  String images(Member me, @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> fichiers,
      @RequestParam(required = false) @Nullable UUID cible,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) throws IOException {
    var added = new ArrayList<Asset>();
    if (cible != null) media.find(me.workspaceId(), new AssetId(cible)).ifPresent(added::add);
    for (var file : Objects.requireNonNullElse(fichiers, List.<MultipartFile>of()))
      if (!file.isEmpty()) take(me, file, added, model);
    var form = new ComposerForm(fields);
    var saving = desk.save(me, new ContentId(id), form, body -> with(body, added));
    return answers.changed(me, saving, form, request, response, model);
  }

  private void take(Member me, MultipartFile file, List<Asset> into, Model model)
      throws IOException {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    switch (media.add(me.workspaceId(), me.user(), name, file.getBytes())) {
      case Upload.Added(Asset asset) -> into.add(asset);
      case Upload.Refused(Upload.Reason reason) ->
          model.addAttribute("notice", "media.refused." + reason);
    }
  }

  private static ContentBody with(ContentBody body, List<Asset> added) {
    var images = new ArrayList<>(body.images());
    for (var asset : added)
      if (images.stream().noneMatch(i -> i.asset().equals(asset.id())))
        images.add(new ContentImage(asset.id(), asset.sha256(), asset.altText()));
    return body.withImages(images);
  }

  /** Reads the page of the first link, once, and keeps what came of it. */
  @PostMapping("/carte")
  String card(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    var form = new ComposerForm(fields);
    var address = Links.first(form.field("texte")).orElse(null);
    var none = address == null ? null : new LinkCard(address, "", "");
    var card = address == null ? null : switch (cards.read(address)) {
      case CardReading.Read(LinkCard read) -> read;
      case CardReading.Failed(CardReading.Reason reason) -> {
        model.addAttribute("cardFailure", "editorial.card." + reason);
        yield none;
      }
    };
    var saving = desk.save(me, new ContentId(id), form, body -> body.withLink(card));
    return answers.saved(me, saving, form, request, response, model);
  }

  /** Goes without the card of the first link. */
  @PostMapping("/sans-carte")
  String noCard(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    var form = new ComposerForm(fields);
    var none = Links.first(form.field("texte")).map(a -> new LinkCard(a, "", "")).orElse(null);
    var saving = desk.save(me, new ContentId(id), form, body -> body.withLink(none));
    return answers.saved(me, saving, form, request, response, model);
  }
}
