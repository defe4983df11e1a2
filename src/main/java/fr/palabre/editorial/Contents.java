package fr.palabre.editorial;

import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A brand's contents: written, dated, handed over to publishing, followed until they are out. */
@Component
@Transactional
public class Contents {
  private final ContentStore contents;
  private final VersionStore versions;
  private final ContentWriting writing;
  private final ContentProgress progress;
  private final Proofs proofs;
  private final Clock clock;

  Contents(ContentStore contents, VersionStore versions, ContentWriting writing,
      ContentProgress progress, Proofs proofs, Clock clock) {
    this.contents = contents;
    this.versions = versions;
    this.writing = writing;
    this.progress = progress;
    this.proofs = proofs;
    this.clock = clock;
  }

  /** @throws NoSuchElementException if this brand has no such content, or deleted it */
  public Content content(WorkspaceId workspace, ContentId id) {
    return find(workspace, id).orElseThrow(() -> new NoSuchElementException("No content " + id));
  }

  public Optional<Content> find(WorkspaceId workspace, ContentId id) {
    return contents.find(workspace, id).filter(c -> !c.deleted());
  }

  /**
   * Saves what somebody typed; a content nobody knows yet is opened.
   *
   * @param version the one they typed on; 0 for a new content
   * @param pageKey of the page they type in, so that it never conflicts with itself; may be empty
   */
  public Saving save(Member me, ContentId id, int version, ContentBody body, String pageKey) {
    return writing.save(me, id, version, body, pageKey);
  }

  /** Gives a content its date in the brand's zone, or takes it away. */
  public Moving plan(Member me, ContentId id, @Nullable LocalDateTime local) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    var planned = local == null ? null : new Planned(local, me.workspace().zone());
    return writing.plan(me, content, planned, clock.instant());
  }

  /** Publishing let go at that instant what was validated for another: that is its date now. */
  public void released(Member me, ContentId id, Instant at) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    var zone = me.workspace().zone();
    if (content.isOpen())
      contents.plan(me.workspaceId(), id, new Planned(at.atZone(zone).toLocalDateTime(), zone));
  }

  /** The clocks' rules changed: works out anew which instant its date means. */
  public void dateAgain(WorkspaceId workspace, ContentId id) {
    var content = contents.lock(workspace, id).orElseThrow();
    if (content.isOpen()) contents.plan(workspace, id, content.planned());
  }

  /** The strokes of work on a content, newest first, with what lost a conflict. */
  public List<ContentVersion> versions(WorkspaceId workspace, ContentId id) {
    return versions.versions(workspace, id);
  }

  /** @throws NoSuchElementException if the content has no such version */
  public ContentVersion version(WorkspaceId workspace, ContentId id, UUID version) {
    return versions.find(workspace, id, version).orElseThrow();
  }

  /** What it said when it was last validated. */
  public Optional<ContentVersion> lastApproved(Content content) {
    return versions.numbered(content.workspace(), content.id(), content.approvedVersion());
  }

  /**
   * Exactly what is to be sent of a validated content.
   *
   * @throws IllegalStateException if it is not validated as it stands, or has no date
   */
  public ReadyContent ready(WorkspaceId workspace, ContentId id) {
    var content = content(workspace, id);
    var planned = content.planned();
    if (!content.stage().isValidated() || !content.isApprovedAsIs() || planned == null)
      throw new IllegalStateException("Content " + id + " is not ready to go out");
    var adaptations = proofs.of(content).sheets().stream()
        .map(s -> new ReadyAdaptation(
            s.adaptation().id(), s.account().id(), s.parts(), s.firstReply()))
        .toList();
    return new ReadyContent(
        id, content.name(), content.hash(), planned.local(), planned.zone(), adaptations);
  }

  /** Takes a content before what publishing holds of it: nobody else moves it meanwhile. */
  public void hold(WorkspaceId workspace, ContentId id) {
    contents.lock(workspace, id);
  }

  /** Publishing tells what became of an adaptation. Telling the same twice is harmless. */
  public void progressed(WorkspaceId workspace, AdaptationId adaptation, AdaptationProgress now) {
    progress.progressed(workspace, adaptation, now);
  }
}
