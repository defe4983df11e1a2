package fr.palabre.media;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.MediaUses.MediaUse;
import fr.palabre.media.image.ImageType;
import fr.palabre.media.image.Picture;
import fr.palabre.media.image.Pictures;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.files.FileStore;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A brand's images. */
@Component
public class MediaLibrary {
  private static final int THUMBNAIL_SIDE = 480;
  private static final long MAX_BYTES = 50_000_000;
  private final AssetStore assets;
  private final FileStore files;
  private final AuditTrail audit;
  private final ObjectProvider<MediaUses> uses;
  private final RowScope scope;

  MediaLibrary(AssetStore assets, FileStore files, AuditTrail audit,
      ObjectProvider<MediaUses> uses, RowScope scope) {
    this.assets = assets;
    this.files = files;
    this.audit = audit;
    this.uses = uses;
    this.scope = scope;
  }

  /** Takes a file in, whatever its name says it is. Not to be called inside a transaction. */
  public Upload add(WorkspaceId workspace, @Nullable UserId by, String fileName, byte[] bytes) {
    if (bytes.length == 0) return new Upload.Refused(Upload.Reason.EMPTY);
    if (bytes.length > MAX_BYTES) return new Upload.Refused(Upload.Reason.TOO_LARGE);
    if (ImageType.of(bytes).isEmpty()) return new Upload.Refused(Upload.Reason.NOT_AN_IMAGE);
    var picture = Pictures.open(bytes).orElse(null);
    if (picture == null) return new Upload.Refused(Upload.Reason.UNREADABLE);
    if (picture.pixels() > Pictures.MAX_PIXELS)
      return new Upload.Refused(Upload.Reason.TOO_LARGE);
    return new Upload.Added(keep(workspace, by, fileName, picture, null));
  }

  // Drawing takes seconds: only the rows are written in a transaction.
  private Asset keep(WorkspaceId workspace, @Nullable UserId by, String fileName, Picture picture,
      @Nullable Asset from) {
    var file = files.keep(workspace.value(), picture.bytes(), picture.type().extension());
    var thumbnail = Pictures.thumbnail(picture, THUMBNAIL_SIDE)
        .map(t -> files.keep(workspace.value(), t.bytes(), t.type().extension()).path());
    return scope.within(workspace.value(), () -> {
      var known = assets.findByHash(workspace, file.sha256());
      if (known.isPresent()) return known.get();
      var asset = assets.insert(workspace, by, fileName, picture, file, thumbnail, from);
      audit.record(workspace.value(), by == null ? null : by.value(), "media.added",
          asset.id().value(), asset.fileName());
      return asset;
    });
  }

  /** @throws java.util.NoSuchElementException if this brand has no such image */
  public Asset asset(WorkspaceId workspace, AssetId id) {
    return find(workspace, id).orElseThrow();
  }

  public Optional<Asset> find(WorkspaceId workspace, AssetId id) {
    return scope.within(workspace.value(), () -> assets.find(workspace, id));
  }

  /** Those of these images that are in the library. */
  public Map<AssetId, Asset> assets(WorkspaceId workspace, Collection<AssetId> ids) {
    return scope.within(workspace.value(), () -> assets.all(workspace, ids));
  }

  /** Newest first, after the one given; words of the name or of the description. */
  public List<Asset> page(WorkspaceId workspace, String words, @Nullable AssetId after,
      int limit) {
    return scope.within(workspace.value(), () -> assets.page(workspace, words, after, limit));
  }

  /** The small copy's file, or the image's own where there is none. */
  public Path thumbnail(WorkspaceId workspace, AssetId id) {
    var path = scope.within(workspace.value(), () -> assets.thumbnail(workspace, id));
    return files.resolve(path.orElseThrow());
  }

  public void describe(Member me, AssetId id, String altText) {
    scope.within(me.tenant(), () -> {
      var asset = asset(me.workspaceId(), id);
      if (assets.describe(me.workspaceId(), asset, altText.strip()))
        audit.record(me.tenant(), me.userId(), "media.described", id.value(), asset.fileName());
    });
  }

  /** Gives an image that nobody described the words it was shown with. */
  public void describeIfSilent(Member me, AssetId id, String altText) {
    find(me.workspaceId(), id)
        .filter(a -> a.altText().isBlank() && !altText.isBlank())
        .ifPresent(_ -> describe(me, id, altText));
  }

  /**
   * A copy that fits within these bounds, beside the original; empty where it cannot be made. Not
   * to be called inside a transaction.
   *
   * @param maxPixels null if only the weight matters
   */
  public Optional<Asset> reduce(Member me, AssetId id, long maxBytes, @Nullable Long maxPixels) {
    var asset = asset(me.workspaceId(), id);
    var bytes = files.read(asset.path());
    var type = ImageType.of(bytes).orElseThrow();
    var picture = new Picture(type, asset.width(), asset.height(), bytes);
    return Pictures.reduce(picture, maxBytes, maxPixels)
        .map(small -> keep(me.workspaceId(), me.user(), asset.fileName(), small, asset));
  }

  public List<MediaUse> uses(WorkspaceId workspace, AssetId id) {
    return scope.within(workspace.value(), () ->
        uses.stream().flatMap(u -> u.uses(workspace, id).stream()).toList());
  }

  /** Takes an image out for good. False, and nothing done, while something shows it. */
  @Transactional
  public boolean remove(Member me, AssetId id) {
    if (!uses(me.workspaceId(), id).isEmpty()) return false;
    var asset = asset(me.workspaceId(), id);
    var thumbnail = assets.thumbnail(me.workspaceId(), id).orElse(asset.path());
    assets.delete(me.workspaceId(), id);
    audit.record(me.tenant(), me.userId(), "media.removed", id.value(), asset.fileName());
    afterCommit(() -> {
      files.remove(asset.path());
      files.remove(thumbnail);
    });
    return true;
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        work.run();
      }
    });
  }
}
