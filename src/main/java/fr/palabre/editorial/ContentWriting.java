package fr.palabre.editorial;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.editorial.text.Links;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what somebody typed, and takes a validation back when it no longer holds. */
@Component
class ContentWriting {
  private final ContentStore contents;
  private final VersionStore versions;
  private final DecisionStore decisions;
  private final ImageUseStore images;
  private final Proofs proofs;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ContentWriting(ContentStore contents, VersionStore versions, DecisionStore decisions,
      ImageUseStore images, Proofs proofs, AuditTrail audit, ApplicationEventPublisher events) {
    this.contents = contents;
    this.versions = versions;
    this.decisions = decisions;
    this.images = images;
    this.proofs = proofs;
    this.audit = audit;
    this.events = events;
  }

  Saving save(Member me, ContentId id, int version, ContentBody typed, String pageKey) {
    var workspace = me.workspaceId();
    var current = contents.lock(workspace, id).orElseGet(() -> open(me, id));
    var body = settled(workspace, typed, current);
    if (body.equals(current.body())) return new Saving.Saved(current, false);
    var hash = Fingerprint.of(body);
    if (!current.isOpen())
      return new Saving.Closed(current, aside(me, id, version, body, hash));
    if (version != current.version() && !isSamePage(current, pageKey))
      return new Saving.Conflict(current, aside(me, id, version, body, hash));
    write(me, current, body, hash, pageKey);
    var asksAgain = takeBack(me, current, hash);
    return new Saving.Saved(content(workspace, id), asksAgain);
  }

  private Content open(Member me, ContentId id) {
    contents.insert(me.workspaceId(), id, me.user());
    audit.record(me.tenant(), me.userId(), "content.created", id.value(), "");
    return content(me.workspaceId(), id);
  }

  private void write(Member me, Content current, ContentBody body, String hash, String pageKey) {
    var workspace = me.workspaceId();
    var version = current.version() + 1;
    contents.write(workspace, current.id(), version, body, hash, me.user(), pageKey,
        proofs.networks(workspace));
    images.sync(workspace, current.id(), Proofs.assetIds(body));
    if (current.altWaived() && !hash.equals(current.hash()))
      contents.altWaived(workspace, current.id(), false);
    if (versions.keep(workspace, current.id(), version, body, hash, me.user()))
      audit.record(me.tenant(), me.userId(), "content.changed", current.id().value(),
          Excerpt.name(body));
  }

  // An answer lost on the way makes a page save twice on the same version: no conflict with itself.
  private boolean isSamePage(Content current, String pageKey) {
    return !pageKey.isEmpty()
        && pageKey.equals(contents.pageKey(current.workspace(), current.id()));
  }

  private UUID aside(Member me, ContentId id, int version, ContentBody body,
      String hash) {
    return versions.keepAside(me.workspaceId(), id, version, body, hash, me.user());
  }

  /** True if the content was validated and, so changed, is no longer. */
  private boolean takeBack(Member me, Content before, String hash) {
    if (!before.stage().isValidated() || hash.equals(before.approvedHash())) return false;
    contents.stage(me.workspaceId(), before.id(), ContentStage.DRAFT);
    decisions.record(content(me.workspaceId(), before.id()), Decision.Kind.WITHDRAWN, me.user(),
        "");
    if (before.stage() == ContentStage.SCHEDULED)
      events.publishEvent(new ContentWithdrawn(
          me.workspaceId(), before.id(), ContentWithdrawn.Reason.CHANGED));
    return true;
  }

  /** The body as it is kept: what belongs to others or to nothing any more falls away. */
  private ContentBody settled(WorkspaceId workspace, ContentBody typed, Content current) {
    var assets = proofs.assets(workspace, typed);
    var known = proofs.networks(workspace).keySet();
    var adaptations = typed.adaptations().stream()
        .filter(a -> known.contains(a.account()) || current.body().on(a.account()).isPresent())
        .map(a -> settled(typed, a, current, assets))
        .toList();
    var body = typed.withAdaptations(adaptations).withImages(settled(typed.images(), assets));
    return linkHolds(body) ? body : body.withLink(null);
  }

  private static Adaptation settled(ContentBody typed, Adaptation a, Content current,
      Map<AssetId, Asset> assets) {
    var kept = current.body().on(a.account()).map(Adaptation::id);
    var own = a.images() == null ? null
        : described(settled(a.images(), assets), typed.images(), assets);
    return a.withId(kept.orElse(a.id()))
        .withText(typed.text().equals(a.text()) ? null : a.text())
        .withImages(typed.images().equals(own) ? null : own);
  }

  // A reduced copy shows what its original shows: it is described once.
  private static List<ContentImage> described(List<ContentImage> own, List<ContentImage> common,
      Map<AssetId, Asset> assets) {
    return own.stream().map(i -> common.stream()
        .filter(c -> c.asset().equals(i.asset()) || c.asset().equals(original(i, assets)))
        .findFirst()
        .map(c -> new ContentImage(i.asset(), i.sha256(), c.altText()))
        .orElse(i)).toList();
  }

  private static @Nullable AssetId original(ContentImage image, Map<AssetId, Asset> assets) {
    var asset = assets.get(image.asset());
    return asset == null ? null : asset.derivedFrom();
  }

  private static List<ContentImage> settled(List<ContentImage> images,
      Map<AssetId, Asset> assets) {
    return images.stream()
        .flatMap(i -> Optional.ofNullable(assets.get(i.asset())).stream()
            .map(a -> new ContentImage(a.id(), a.sha256(), i.altText())))
        .distinct()
        .toList();
  }

  private static boolean linkHolds(ContentBody body) {
    var link = body.link();
    return link != null && texts(body).anyMatch(t ->
        Links.first(t).filter(link.address()::equals).isPresent());
  }

  private static Stream<String> texts(ContentBody body) {
    return Stream.concat(
        Stream.of(body.text()),
        body.chosen().stream().map(body::textOf));
  }

  private Content content(WorkspaceId workspace, ContentId id) {
    return contents.find(workspace, id).orElseThrow();
  }

  /** Moves a validation-bound date, and tells it. */
  Moving plan(Member me, Content content, @Nullable Planned planned, Instant now) {
    if (Objects.equals(content.planned(), planned)) return new Moving.Moved(content);
    if (!content.isOpen()) return new Moving.Refused(content, Moving.Reason.CLOSED);
    if (content.stage().isValidated()) {
      if (!me.may(Permission.PUBLISH))
        return new Moving.Refused(content, Moving.Reason.NOT_ALLOWED);
      if (planned != null && planned.at().isBefore(now))
        return new Moving.Refused(content, Moving.Reason.PAST);
    }
    contents.plan(me.workspaceId(), content.id(), planned);
    audit.record(me.tenant(), me.userId(), "content.planned", content.id().value(),
        planned == null ? "" : planned.local().toString());
    tell(me, content, planned);
    return new Moving.Moved(content(me.workspaceId(), content.id()));
  }

  private void tell(Member me, Content before, @Nullable Planned planned) {
    var workspace = me.workspaceId();
    if (before.stage() == ContentStage.SCHEDULED && planned == null) {
      contents.stage(workspace, before.id(), ContentStage.APPROVED);
      events.publishEvent(new ContentWithdrawn(
          workspace, before.id(), ContentWithdrawn.Reason.UNPLANNED));
    } else if (before.stage() == ContentStage.SCHEDULED && planned != null) {
      events.publishEvent(
          new ContentMoved(workspace, before.id(), planned.local(), planned.zone()));
    } else if (before.stage() == ContentStage.APPROVED) {
      contents.stage(workspace, before.id(), ContentStage.SCHEDULED);
      events.publishEvent(
          new ContentApproved(workspace, before.id(), before.hash(), before.approvedBy()));
    }
  }
}
