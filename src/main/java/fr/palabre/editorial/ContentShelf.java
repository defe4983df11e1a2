package fr.palabre.editorial;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with whole contents: copied, cancelled, taken up again, deleted and brought back. */
@Component
@Transactional
public class ContentShelf {
  private final ContentStore contents;
  private final ContentWriting writing;
  private final DecisionStore decisions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ContentShelf(ContentStore contents, ContentWriting writing, DecisionStore decisions,
      AuditTrail audit, ApplicationEventPublisher events) {
    this.contents = contents;
    this.writing = writing;
    this.decisions = decisions;
    this.audit = audit;
    this.events = events;
  }

  /** A new draft that says the same, without a date. */
  public ContentId duplicate(Member me, ContentId id) {
    var body = contents.find(me.workspaceId(), id).orElseThrow().body();
    var copy = ContentId.next();
    var fresh = body.adaptations().stream().map(a -> a.withId(AdaptationId.next())).toList();
    writing.save(me, copy, 0, body.withAdaptations(fresh), "");
    return copy;
  }

  /** Will not go out, and stays to be seen. False if something of it has left already. */
  public boolean cancel(Member me, ContentId id) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (!content.isOpen()) return false;
    contents.stage(me.workspaceId(), id, ContentStage.CANCELLED);
    decisions.record(content, Decision.Kind.CANCELLED, me.user(), "");
    withdraw(content, ContentWithdrawn.Reason.CANCELLED);
    return true;
  }

  /** Makes a draft again of what was cancelled or refused everywhere. */
  public boolean reopen(Member me, ContentId id) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (content.stage() != ContentStage.CANCELLED && content.stage() != ContentStage.FAILED)
      return false;
    contents.stage(me.workspaceId(), id, ContentStage.DRAFT);
    decisions.record(content, Decision.Kind.REOPENED, me.user(), "");
    return true;
  }

  /** False if something of it has left already: what is out is deleted on its network. */
  public boolean delete(Member me, ContentId id) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (content.stage().isOut() || content.progress().values().stream().anyMatch(p -> p.hasLeft()))
      return false;
    contents.deleted(me.workspaceId(), id, true);
    audit.record(me.tenant(), me.userId(), "content.deleted", id.value(), content.name());
    withdraw(content, ContentWithdrawn.Reason.DELETED);
    return true;
  }

  /** Undoes a deletion: it stands where it stood, and goes out if it was to. */
  public Optional<Content> restore(Member me, ContentId id) {
    var content = contents.lock(me.workspaceId(), id).orElseThrow();
    if (!content.deleted()) return Optional.of(content);
    contents.deleted(me.workspaceId(), id, false);
    audit.record(me.tenant(), me.userId(), "content.restored", id.value(), content.name());
    if (content.stage() == ContentStage.SCHEDULED)
      events.publishEvent(new ContentApproved(
          me.workspaceId(), id, content.hash(), content.approvedBy()));
    return contents.find(me.workspaceId(), id);
  }

  private void withdraw(Content content, ContentWithdrawn.Reason why) {
    if (content.stage() == ContentStage.SCHEDULED)
      events.publishEvent(new ContentWithdrawn(content.workspace(), content.id(), why));
  }
}
