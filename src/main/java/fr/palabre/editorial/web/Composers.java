package fr.palabre.editorial.web;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.AdaptationId;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentBody;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentImage;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Decision;
import fr.palabre.editorial.Planned;
import fr.palabre.editorial.Proofs;
import fr.palabre.editorial.Validation;
import fr.palabre.identity.Member;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.platform.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the composer shows. */
@Component
@Transactional
class Composers {
  private final Proofs proofs;
  private final Accounts accounts;
  private final MediaLibrary media;
  private final Validation validation;
  private final Departures departures;
  private final Clock clock;

  Composers(Proofs proofs, Accounts accounts, MediaLibrary media, Validation validation,
      Departures departures, Clock clock) {
    this.proofs = proofs;
    this.accounts = accounts;
    this.media = media;
    this.validation = validation;
    this.departures = departures;
    this.clock = clock;
  }

  /** A content nobody wrote yet, on all accounts that work. */
  Content blank(Member me, ContentId id, @Nullable Planned planned) {
    var all = proofs.accounts(me.workspaceId()).stream()
        .filter(a -> a.standing() == ConnectedAccount.Standing.CONNECTED)
        .map(a -> Adaptation.of(a.id()))
        .toList();
    var body = new ContentBody("", "", List.of(), "", null,
        me.workspace().locale().getLanguage(), all);
    return new Content(id, me.workspaceId(), body, ContentStage.DRAFT, 0, "", planned, null, null,
        null, null, null, false, me.user(), me.user(), clock.instant(), false, Map.of());
  }

  Composer composer(Member me, Content content, String pageKey, @Nullable AccountId panel) {
    var body = content.body();
    var assets = media.assets(me.workspaceId(), assetIds(body));
    var panels = proofs.accounts(me.workspaceId()).stream()
        .map(a -> panel(a, body, assets)).toList();
    var story = content.version() == 0 ? List.<Decision>of()
        : validation.story(me.workspaceId(), content.id());
    var said = story.stream().filter(d -> !d.comment().isEmpty()).count();
    return new Composer(content, content.version() == 0,
        pageKey.isEmpty() ? Ids.next().toString() : pageKey, panel, content.planned(), panels,
        shots(body.images(), assets), proofs.of(me.workspaceId(), body, content.planned()),
        Finish.writing(content, content.planned(), validation.isAlone(me), clock.instant()),
        departures.of(me, content), (int) said);
  }

  private AccountPanel panel(ConnectedAccount account, ContentBody body,
      Map<AssetId, Asset> assets) {
    var adaptation = body.on(account.id()).orElseGet(() -> new Adaptation(AdaptationId.next(),
        account.id(), false, null, null, null, "", null, false, false));
    return new AccountPanel(account, accounts.connector(account.network()),
        accounts.limits(account), adaptation, body.textOf(adaptation),
        body.firstReplyOf(adaptation),
        shots(Objects.requireNonNullElse(adaptation.images(), List.of()), assets));
  }

  private static List<Shot> shots(List<ContentImage> images, Map<AssetId, Asset> assets) {
    return images.stream().map(i -> new Shot(i, assets.get(i.asset()))).toList();
  }

  private static List<AssetId> assetIds(ContentBody body) {
    var all = new ArrayList<>(body.images());
    for (var a : body.adaptations()) if (a.images() != null) all.addAll(a.images());
    return all.stream().map(ContentImage::asset).distinct().toList();
  }
}
