package fr.palabre.editorial;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes contents that say what another says, at another date, without a person at hand. A copy of
 * what is validated waits for a validation of its own, or goes out on the model's where somebody who
 * may validate the model decided so: both have the same hash, what was validated is what goes out.
 */
@Component
@Transactional
public class ContentCopies {
  private final ContentStore contents;
  private final VersionStore versions;
  private final DecisionStore decisions;
  private final ImageUseStore images;
  private final Proofs proofs;
  private final Approvers approvers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ContentCopies(ContentStore contents, VersionStore versions, DecisionStore decisions,
      ImageUseStore images, Proofs proofs, Approvers approvers, AuditTrail audit,
      ApplicationEventPublisher events) {
    this.contents = contents;
    this.versions = versions;
    this.decisions = decisions;
    this.images = images;
    this.proofs = proofs;
    this.approvers = approvers;
    this.audit = audit;
    this.events = events;
  }

  /** Whether this person may let copies of a content go out on its own validation. */
  public boolean mayKeepApproval(Member me, Content model) {
    return switch (approvers.standing(me, model)) {
      case MAY, MAY_ALONE -> true;
      case OWN_CONTENT, NOT_ALLOWED -> false;
    };
  }

  /**
   * @param by whoever wished for it, where the model does not say who wrote it
   * @return empty if the model is gone, or itself goes out at that minute
   */
  public Optional<Content> copy(WorkspaceId workspace, ContentId modelId, Planned at,
      @Nullable UserId by, boolean keepsApproval) {
    var model = contents.find(workspace, modelId).filter(c -> !c.deleted()).orElse(null);
    if (model == null || at.equals(model.planned())) return Optional.empty();
    var author = model.createdBy() == null ? by : model.createdBy();
    if (author == null) return Optional.empty();
    var copy = write(model, at, author);
    if (model.isApprovedAsIs() && model.hash().equals(copy.hash())) {
      submit(model, copy, author);
      if (keepsApproval && proofs.of(copy).isSound()) approve(model, copy);
    }
    return contents.find(workspace, copy.id());
  }

  // Whoever wrote the model has a hand in its copies.
  private Content write(Content model, Planned at, UserId author) {
    var workspace = model.workspace();
    var id = ContentId.next();
    var body = model.body().withAdaptations(model.body().adaptations().stream()
        .map(a -> a.withId(AdaptationId.next())).toList());
    var hash = Fingerprint.of(body);
    contents.insert(workspace, id, author);
    contents.write(workspace, id, 1, body, hash, author, "", proofs.networks(workspace));
    contents.altWaived(workspace, id, model.altWaived());
    contents.plan(workspace, id, at);
    images.sync(workspace, id, Proofs.assetIds(body));
    versions.keep(workspace, id, 1, body, hash, author);
    audit.record(workspace.value(), null, "content.copied", id.value(), Excerpt.name(body));
    return contents.find(workspace, id).orElseThrow();
  }

  private void submit(Content model, Content copy, UserId author) {
    contents.submitted(copy.workspace(), copy.id(),
        Objects.requireNonNullElse(model.submittedBy(), author));
    decisions.record(copy, Decision.Kind.SUBMITTED, null, "");
  }

  private void approve(Content model, Content copy) {
    @Nullable UserId approver = model.approvedBy();
    if (approver == null) return;
    contents.approved(copy.workspace(), copy.id(), approver);
    decisions.record(copy, Decision.Kind.APPROVED, null, "");
    contents.stage(copy.workspace(), copy.id(), ContentStage.SCHEDULED);
    events.publishEvent(
        new ContentApproved(copy.workspace(), copy.id(), copy.hash(), approver));
  }
}
