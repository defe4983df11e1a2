package fr.palabre.publishing.evergreen;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.editorial.ContentCopies;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contents that come back: put into a queue, given a season, taken out. */
@Component
@Transactional
public class Evergreens {
  private final EvergreenStore queues;
  private final EntryStore entries;
  private final ComebackStore comebacks;
  private final Filling filling;
  private final Clearing clearing;
  private final Contents contents;
  private final ContentCopies copies;
  private final AuditTrail audit;
  private final Clock clock;

  Evergreens(EvergreenStore queues, EntryStore entries, ComebackStore comebacks, Filling filling,
      Clearing clearing, Contents contents, ContentCopies copies, AuditTrail audit, Clock clock) {
    this.queues = queues;
    this.entries = entries;
    this.comebacks = comebacks;
    this.filling = filling;
    this.clearing = clearing;
    this.contents = contents;
    this.copies = copies;
    this.audit = audit;
    this.clock = clock;
  }

  /** The content that a copy repeats; itself if it is none. */
  @Transactional(readOnly = true)
  public ContentId modelOf(Member me, ContentId content) {
    return comebacks.modelOf(me.workspaceId(), content).orElse(content);
  }

  /** Whether it stands in no queue, nor repeats one that does. */
  @Transactional(readOnly = true)
  public boolean isFree(Member me, ContentId content) {
    return entries.find(me.workspaceId(), modelOf(me, content)).isEmpty();
  }

  /** @throws NoSuchElementException if it does not stand in this queue */
  @Transactional(readOnly = true)
  public Evergreen entry(Member me, EvergreenId queue, ContentId content) {
    return entries.find(me.workspaceId(), content).filter(e -> e.queue().equals(queue))
        .orElseThrow(() -> new NoSuchElementException("No content " + content + " in " + queue));
  }

  /** Whether this person may let copies go out on the content's own validation. */
  @Transactional(readOnly = true)
  public boolean mayKeepApproval(Member me, ContentId content) {
    return copies.mayKeepApproval(me, contents.content(me.workspaceId(), content));
  }

  /**
   * A copy stands for the content it repeats.
   *
   * @param keepsApproval heeded where this person may validate the content
   * @return false if it stands in a queue already, or is deleted
   */
  public boolean add(Member me, EvergreenId queue, ContentId wanted, Season season,
      boolean keepsApproval) {
    locked(me, queue);
    var id = modelOf(me, wanted);
    var content = contents.content(me.workspaceId(), id);
    if (content.deleted()) return false;
    var entry = new Evergreen(id, queue, season,
        keepsApproval && copies.mayKeepApproval(me, content), me.user(), clock.instant());
    if (!entries.insert(me.workspaceId(), entry)) return false;
    filling.fill(me.workspaceId(), me.zone(), queue);
    audit.record(me.tenant(), me.userId(), "evergreen.added", id.value(), content.name());
    return true;
  }

  public void change(Member me, EvergreenId queue, ContentId id, Season season,
      boolean keepsApproval) {
    locked(me, queue);
    var before = entry(me, queue, id);
    var keeps = keepsApproval && (before.keepsApproval() || mayKeepApproval(me, id));
    entries.change(me.workspaceId(), id, season, keeps);
    again(me, queue, id);
    record(me, "evergreen.season", id);
  }

  /** It comes back no more; its copies that wait and nobody touched are taken back. */
  public void remove(Member me, EvergreenId queue, ContentId id) {
    locked(me, queue);
    entry(me, queue, id);
    entries.delete(me.workspaceId(), id);
    again(me, queue, id);
    record(me, "evergreen.removed", id);
  }

  private void again(Member me, EvergreenId queue, ContentId id) {
    clearing.clear(me, queue, made -> made.model().equals(id));
    filling.fill(me.workspaceId(), me.zone(), queue);
  }

  private void locked(Member me, EvergreenId queue) {
    if (queues.lock(me.workspaceId(), queue).isEmpty())
      throw new NoSuchElementException("No evergreen queue " + queue);
  }

  private void record(Member me, String action, ContentId id) {
    audit.record(me.tenant(), me.userId(), action, id.value(),
        contents.content(me.workspaceId(), id).name());
  }
}
