package fr.palabre.editorial;

import static fr.palabre.editorial.ContentStage.CHANGES_REQUESTED;
import static fr.palabre.editorial.ContentStage.DRAFT;
import static fr.palabre.editorial.ContentStage.SUBMITTED;

import fr.palabre.editorial.Approval.Done;
import fr.palabre.editorial.Approval.Reason;
import fr.palabre.editorial.Approval.Refused;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.MediaLibrary;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second pair of eyes: a content is submitted, then validated by somebody who has no hand in it,
 * exactly as they read it.
 */
@Component
@Transactional
public class Validation {
  private final ContentStore contents;
  private final DecisionStore decisions;
  private final Proofs proofs;
  private final Approvers approvers;
  private final MediaLibrary media;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Validation(ContentStore contents, DecisionStore decisions, Proofs proofs, Approvers approvers,
      MediaLibrary media, ApplicationEventPublisher events, Clock clock) {
    this.contents = contents;
    this.decisions = decisions;
    this.proofs = proofs;
    this.approvers = approvers;
    this.media = media;
    this.events = events;
    this.clock = clock;
  }

  /** @param withoutAlt whether the person was asked, and goes on without alternative texts */
  public Approval submit(Member me, ContentId id, boolean withoutAlt) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (content.stage() != DRAFT && content.stage() != CHANGES_REQUESTED || !content.isOpen())
      return new Refused(content, Reason.NOT_WAITING);
    var proof = proofs.of(content);
    if (!proof.isSound()) return new Refused(content, Reason.NOT_SOUND);
    if (proof.find(Check.Kind.ALT_MISSING).isPresent() && !withoutAlt && !content.altWaived())
      return new Refused(content, Reason.ALT_MISSING);
    if (withoutAlt) contents.altWaived(me.workspaceId(), id, true);
    contents.submitted(me.workspaceId(), id, me.user());
    content.body().images().forEach(i -> media.describeIfSilent(me, i.asset(), i.altText()));
    decisions.record(content, Decision.Kind.SUBMITTED, me.user(), "");
    return new Done(again(content));
  }

  /** Takes a submission back, to go on writing. */
  public Approval recall(Member me, ContentId id) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (content.stage() != SUBMITTED) return new Refused(content, Reason.NOT_WAITING);
    contents.stage(me.workspaceId(), id, DRAFT);
    decisions.record(content, Decision.Kind.RECALLED, me.user(), "");
    return new Done(again(content));
  }

  /**
   * Validates exactly what was read.
   *
   * @param hashRead of the content on the page where the person decided
   */
  public Approval approve(Member me, ContentId id, String hashRead, Departure departure) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    var refusal = refusal(me, content, hashRead, departure);
    if (refusal != null) return new Refused(content, refusal);
    if (departure == Departure.NOW) contents.plan(me.workspaceId(), id, now(me));
    contents.approved(me.workspaceId(), id, me.user());
    decisions.record(content, Decision.Kind.APPROVED, me.user(), "");
    var goesOut = departure == Departure.NOW || content.planned() != null;
    contents.stage(
        me.workspaceId(), id, goesOut ? ContentStage.SCHEDULED : ContentStage.APPROVED);
    if (goesOut)
      events.publishEvent(
          new ContentApproved(me.workspaceId(), id, content.hash(), me.user()));
    return new Done(again(content));
  }

  private @Nullable Reason refusal(Member me, Content content,
      String hashRead, Departure departure) {
    if (content.stage() != SUBMITTED || content.deleted()) return Reason.NOT_WAITING;
    switch (approvers.standing(me, content)) {
      case NOT_ALLOWED -> { return Reason.NOT_ALLOWED; }
      case OWN_CONTENT -> { return Reason.OWN_CONTENT; }
      case MAY, MAY_ALONE -> { }
    }
    if (!content.hash().equals(hashRead)) return Reason.CHANGED_MEANWHILE;
    if (!proofs.of(content).isSound()) return Reason.NOT_SOUND;
    var planned = content.planned();
    var past = planned != null && planned.at().isBefore(clock.instant());
    return past && departure == Departure.PLANNED ? Reason.DATE_PAST : null;
  }

  /** Sends a content back to those who write it, with words. */
  public Approval askForChanges(Member me, ContentId id, String comment) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (!me.may(Permission.CONTENT_APPROVE)) return new Refused(content, Reason.NOT_ALLOWED);
    if (content.stage() != SUBMITTED && !content.stage().isValidated() || !content.isOpen())
      return new Refused(content, Reason.NOT_WAITING);
    if (comment.isBlank()) return new Refused(content, Reason.NO_COMMENT);
    contents.stage(me.workspaceId(), id, CHANGES_REQUESTED);
    decisions.record(content, Decision.Kind.CHANGES_REQUESTED, me.user(), comment.strip());
    if (content.stage() == ContentStage.SCHEDULED)
      events.publishEvent(new ContentWithdrawn(
          me.workspaceId(), id, ContentWithdrawn.Reason.CHANGES_REQUESTED));
    return new Done(again(content));
  }

  public void comment(Member me, ContentId id, String text) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (!text.isBlank())
      decisions.record(content, Decision.Kind.COMMENT, me.user(), text.strip());
  }

  public Approvers.Standing standing(Member me, Content content) {
    return approvers.standing(me, content);
  }

  /** Whether this person, alone in that power, may validate what they write. */
  public boolean isAlone(Member me) {
    return approvers.isAlone(me);
  }

  /** What was decided and said, oldest first. */
  public List<Decision> story(WorkspaceId workspace, ContentId id) {
    return decisions.decisions(workspace, id);
  }

  private Planned now(Member me) {
    var zone = me.workspace().zone();
    return new Planned(LocalDateTime.ofInstant(clock.instant(), zone), zone);
  }

  private Content again(Content content) {
    return contents.find(content.workspace(), content.id()).orElseThrow();
  }

  /** When a validated content goes out. */
  public enum Departure {
    /** At its date, or once it has one. */
    PLANNED,
    NOW
  }
}
