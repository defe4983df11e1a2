package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentImage;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The composer's own buttons: each saves what is typed, changed in one way. */
@Controller
@RequestMapping("/{brand}/contenus/{id}")
@Requires(Permission.CONTENT_WRITE)
class ComposerGestures {
  private final ComposerDesk desk;
  private final ComposerAnswers answers;
  private final MediaLibrary media;
  private final Accounts accounts;

  ComposerGestures(ComposerDesk desk, ComposerAnswers answers, MediaLibrary media,
      Accounts accounts) {
    this.desk = desk;
    this.answers = answers;
    this.media = media;
    this.accounts = accounts;
  }

  /** The accounts ticked: their panels come and go. */
  @PostMapping("/comptes")
  String accounts(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    return change(me, id, fields, request, response, model, UnaryOperator.identity());
  }

  /** Cuts what is too long for an account into a thread. */
  @PostMapping("/fil")
  String thread(Member me, @PathVariable UUID id, @RequestParam UUID pour,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    return change(me, id, fields, request, response, model,
        body -> adapted(body, pour, a -> a.inThread()));
  }

  /** Lets an account say the common text, and show the common images, again. */
  @PostMapping("/commun")
  String common(Member me, @PathVariable UUID id, @RequestParam UUID pour,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    return change(me, id, fields, request, response, model,
        body -> adapted(body, pour, a -> a.asCommon()));
  }

  /** Takes an image out, everywhere or for one account. */
  @PostMapping("/retraits")
  String without(Member me, @PathVariable UUID id, @RequestParam UUID cible,
      @RequestParam(required = false) @Nullable UUID pour,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    UnaryOperator<List<ContentImage>> fewer = images -> images.stream()
        .filter(i -> !i.asset().value().equals(cible)).toList();
    return change(me, id, fields, request, response, model, body -> pour == null
        ? body.withImages(fewer.apply(body.images()))
        : adapted(body, pour, a -> a.withImages(fewer.apply(body.imagesOf(a)))));
  }

  /** Puts a copy that fits an account's network in an image's place, for that account. */
  @PostMapping("/reductions")
  String reduce(Member me, @PathVariable UUID id, @RequestParam UUID pour,
      @RequestParam UUID cible, @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request, HttpServletResponse response, Model model) {
    var account = accounts.account(me.workspaceId(), new AccountId(pour));
    var rules = accounts.limits(account).images();
    var image = media.find(me.workspaceId(), new AssetId(cible))
        .orElseThrow(ComposerAnswers::notFound);
    var small = media.reduce(me, image.id(), rules.maxBytes(), rules.maxPixels());
    if (small.isEmpty()) model.addAttribute("notice", "editorial.reduce.impossible");
    return change(me, id, fields, request, response, model, body -> small
        .map(s -> adapted(body, pour, a -> a.withImages(body.imagesOf(a).stream()
            .map(i -> i.asset().value().equals(cible) ? instead(i, s) : i).toList())))
        .orElse(body));
  }

  private static ContentImage instead(ContentImage image, Asset other) {
    return new ContentImage(other.id(), other.sha256(), image.altText());
  }

  private static ContentBody adapted(ContentBody body, UUID account,
      UnaryOperator<Adaptation> change) {
    return body.withAdaptations(body.adaptations().stream()
        .map(a -> a.account().value().equals(account) ? change.apply(a) : a).toList());
  }

  private String change(Member me, UUID id, MultiValueMap<String, String> fields,
      HttpServletRequest request, HttpServletResponse response, Model model,
      UnaryOperator<ContentBody> change) {
    var form = new ComposerForm(fields);
    var saving = desk.save(me, new ContentId(id), form, change);
    return answers.changed(me, saving, form, request, response, model);
  }
}
