package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.Approval;
import fr.palabre.editorial.Check;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentImage;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Proofs;
import fr.palabre.identity.Member;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.AccountId;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads and shows contents for the API. */
@Component
class ContentAnswers {
  private final Contents contents;
  private final Proofs proofs;
  private final MediaLibrary media;

  ContentAnswers(Contents contents, Proofs proofs, MediaLibrary media) {
    this.contents = contents;
    this.proofs = proofs;
    this.media = media;
  }

  Content content(Member me, UUID id) {
    return contents.content(me.workspaceId(), new ContentId(id));
  }

  ResponseEntity<ContentSheet> answer(Member me, Content content) {
    return ResponseEntity.ok().eTag(etag(content).value())
        .body(ContentSheet.of(content, me.zone()));
  }

  ResponseEntity<ContentSheet> answer(Member me, Approval approval) {
    return switch (approval) {
      case Approval.Done(var content) -> answer(me, content);
      case Approval.Refused refused -> throw switch (refused.reason()) {
        case NOT_SOUND, ALT_MISSING, NOT_WAITING, DATE_PAST ->
            Refusal.conflict(Refusal.code(refused.reason()),
                Map.of("checks", checks(refused.content())));
        case CHANGED_MEANWHILE -> Refusal.changedSince();
        case OWN_CONTENT, NOT_ALLOWED -> Refusal.forbidden(refused.reason());
        case NO_COMMENT -> Refusal.invalid(refused.reason());
      };
    };
  }

  Etag etag(Content c) {
    var progress = new TreeMap<String, Object>();
    c.progress().forEach((id, now) -> progress.put(id.toString(), now));
    return Etag.of(c.id(), c.version(), c.hash(), c.stage(), c.planned(), c.approvedHash(),
        c.submittedAt(), c.updatedAt(), progress);
  }

  List<CheckLine> checks(Content content) {
    return proofs.of(content).checks().stream().map(ContentAnswers::line).toList();
  }

  private static CheckLine line(Check check) {
    var sheet = check.sheet();
    var asset = check.asset();
    return new CheckLine(check.kind(), check.kind().isBlocking(),
        sheet == null ? null : sheet.account().id().value(), asset == null ? null : asset.value(),
        check.found(), check.allowed());
  }

  /**
   * The draft as the house keeps contents. Accounts that the caller leaves out are set aside; what
   * was written for them stays.
   */
  ContentBody body(Member me, ContentDraft draft, ContentBody before) {
    var known = proofs.accounts(me.workspaceId()).stream()
        .map(ConnectedAccount::id).collect(Collectors.toSet());
    var assets = assets(me, draft);
    var chosen = draft.adaptationsOrNone().stream()
        .map(v -> adaptation(v, before, assets)).toList();
    if (!known.containsAll(chosen.stream().map(Adaptation::account).toList()))
      throw Refusal.invalid("unknown-account");
    var accounts = chosen.stream().map(Adaptation::account).toList();
    var aside = before.adaptations().stream()
        .filter(a -> !accounts.contains(a.account())).map(ContentAnswers::setAside);
    return new ContentBody(draft.titleOrEmpty(), draft.textOrEmpty(),
        images(draft.imagesOrNone(), assets), draft.firstReplyOrEmpty(), before.link(),
        Objects.requireNonNullElse(draft.language(), me.workspace().locale().getLanguage()),
        Stream.concat(chosen.stream(), aside).toList());
  }

  private static Adaptation adaptation(ContentDraft.Variant v, ContentBody before,
      Map<AssetId, Asset> assets) {
    var account = new AccountId(v.accountId());
    var id = before.on(account).map(Adaptation::id).orElseGet(AdaptationId::next);
    var own = v.images();
    return new Adaptation(id, account, true, v.text(), own == null ? null : images(own, assets),
        v.firstReply(), Objects.requireNonNullElse(v.contentWarning(), ""), v.visibility(),
        Boolean.TRUE.equals(v.thread()), Boolean.TRUE.equals(v.numbered()));
  }

  private static Adaptation setAside(Adaptation a) {
    return new Adaptation(a.id(), a.account(), false, a.text(), a.images(), a.firstReply(),
        a.contentWarning(), a.visibility(), a.thread(), a.numbered());
  }

  private static List<ContentImage> images(List<ContentDraft.Image> images,
      Map<AssetId, Asset> assets) {
    return images.stream().map(i -> image(i, assets.get(new AssetId(i.assetId())))).toList();
  }

  private static ContentImage image(ContentDraft.Image image, @Nullable Asset asset) {
    if (asset == null) throw Refusal.invalid("unknown-image");
    return new ContentImage(asset.id(), asset.sha256(),
        Objects.requireNonNullElse(image.altText(), asset.altText()));
  }

  private Map<AssetId, Asset> assets(Member me, ContentDraft draft) {
    var ids = Stream.concat(draft.imagesOrNone().stream(),
            draft.adaptationsOrNone().stream()
                .flatMap(v -> Objects.requireNonNullElse(v.images(),
                    List.<ContentDraft.Image>of()).stream()))
        .map(i -> new AssetId(i.assetId())).collect(Collectors.toSet());
    return media.assets(me.workspaceId(), ids);
  }
}
