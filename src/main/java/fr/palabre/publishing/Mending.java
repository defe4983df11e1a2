package fr.palabre.publishing;

import fr.palabre.delivery.Act;
import fr.palabre.delivery.Deliveries;
import fr.palabre.delivery.Delivery;
import fr.palabre.delivery.DeliveryId;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.Accounts;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PostDraft.Image;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lightens images that a network found too heavy: the same pictures, as validated, in less. */
@Component
public class Mending {
  private static final double LIGHTER = 0.7;
  private final Deliveries deliveries;
  private final Publication publication;
  private final Contents contents;
  private final MediaLibrary media;
  private final Accounts accounts;

  Mending(Deliveries deliveries, Publication publication, Contents contents, MediaLibrary media,
      Accounts accounts) {
    this.deliveries = deliveries;
    this.publication = publication;
    this.contents = contents;
    this.media = media;
    this.accounts = accounts;
  }

  /** @return false if an image could not be made lighter; nothing is then tried again */
  @Transactional
  public boolean lighten(Member me, DeliveryId id) {
    var d = deliveries.delivery(me.workspaceId(), id);
    if (!(d.act() instanceof Act.Publish(PostDraft draft))) return false;
    var lighter = lighter(me, d, draft);
    if (lighter.isEmpty()) return false;
    return deliveries.retry(me, id, new Act.Publish(lighter.get()));
  }

  private Optional<PostDraft> lighter(Member me, Delivery d, PostDraft draft) {
    var assets = assets(me, d);
    var most = accounts.limits(accounts.account(d.workspace(), d.account())).images();
    var images = draft.images().stream()
        .map(i -> lighter(me, i, assets, Math.min(most.maxBytes(), (long) (i.bytes() * LIGHTER)),
            most.maxPixels()))
        .toList();
    if (images.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    return Optional.of(new PostDraft(draft.text(), images.stream().map(Optional::get).toList(),
        draft.replyTo(), draft.link(), draft.visibility(), draft.contentWarning(),
        draft.language()));
  }

  private Optional<Image> lighter(Member me, Image image, Map<String, AssetId> assets,
      long maxBytes, @Nullable Long maxPixels) {
    var asset = assets.get(hash(image.file()));
    if (asset == null) return Optional.empty();
    return media.reduce(me, asset, maxBytes, maxPixels)
        .map(small -> new Image(small.path(), small.mimeType(), small.bytes(), small.width(),
            small.height(), image.altText()));
  }

  private Map<String, AssetId> assets(Member me, Delivery d) {
    var byHash = new HashMap<String, AssetId>();
    publication.find(me.workspaceId(), new PostId(d.subject().id())).ifPresent(post -> {
      var body = contents.content(me.workspaceId(), post.content()).body();
      body.on(post.account()).map(body::imagesOf).orElse(body.images())
          .forEach(i -> byHash.put(i.sha256(), i.asset()));
    });
    return byHash;
  }

  // A stored file is named by the hash of its bytes.
  private static String hash(Path file) {
    var name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
