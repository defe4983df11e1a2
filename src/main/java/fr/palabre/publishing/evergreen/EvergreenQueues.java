package fr.palabre.publishing.evergreen;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.publishing.slot.WeekSlot;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A brand's evergreen queues: their names, hours, spacing and pause. What was made and nobody touched
 * follows each change; what somebody touched, moved or deleted stays as they left it.
 */
@Component
@Transactional
public class EvergreenQueues {
  private final EvergreenStore queues;
  private final Filling filling;
  private final Clearing clearing;
  private final AuditTrail audit;
  private final Clock clock;

  EvergreenQueues(EvergreenStore queues, Filling filling, Clearing clearing, AuditTrail audit,
      Clock clock) {
    this.queues = queues;
    this.filling = filling;
    this.clearing = clearing;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<EvergreenQueue> all(WorkspaceId workspace) {
    return queues.all(workspace);
  }

  /** @throws NoSuchElementException if this brand has no such queue */
  @Transactional(readOnly = true)
  public EvergreenQueue queue(WorkspaceId workspace, EvergreenId id) {
    return queues.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No evergreen queue " + id));
  }

  /** @return empty if a queue of the brand already bears this name */
  public Optional<EvergreenQueue> create(Member me, String name, Spacing spacing) {
    var id = EvergreenId.next();
    if (!queues.insert(me.workspaceId(), id, name.strip(), spacing, clock.instant()))
      return Optional.empty();
    record(me, "evergreen.created", id, name.strip());
    return queues.find(me.workspaceId(), id);
  }

  /** @return false if another queue of the brand already bears this name */
  public boolean change(Member me, EvergreenId id, String name, Spacing spacing) {
    return change(me, id, name, spacing, locked(me, id).slots());
  }

  /** @return false if another queue of the brand already bears this name */
  public boolean change(Member me, EvergreenId id, String name, Spacing spacing,
      Collection<WeekSlot> slots) {
    var before = locked(me, id);
    if (!queues.change(me.workspaceId(), id, name.strip(), spacing)) return false;
    if (!before.spacing().equals(spacing) || !Set.copyOf(before.slots()).equals(Set.copyOf(slots)))
      refill(me, before, slots);
    record(me, "evergreen.changed", id, name.strip());
    return true;
  }

  public void add(Member me, EvergreenId id, Collection<WeekSlot> slots) {
    var queue = locked(me, id);
    var all = new TreeSet<>(queue.slots());
    all.addAll(slots);
    refill(me, queue, all);
    record(me, "evergreen.changed", id, queue.name());
  }

  public void remove(Member me, EvergreenId id, WeekSlot slot) {
    var queue = locked(me, id);
    var rest = new TreeSet<>(queue.slots());
    rest.remove(slot);
    refill(me, queue, rest);
    record(me, "evergreen.changed", id, queue.name());
  }

  /** Nothing comes back before it goes on; the copies that wait are taken back. */
  public void pause(Member me, EvergreenId id) {
    var queue = locked(me, id);
    if (queue.paused()) return;
    queues.pause(me.workspaceId(), id, true);
    anew(me, id);
    record(me, "evergreen.paused", id, queue.name());
  }

  public void resume(Member me, EvergreenId id) {
    var queue = locked(me, id);
    if (!queue.paused()) return;
    queues.pause(me.workspaceId(), id, false);
    anew(me, id);
    record(me, "evergreen.resumed", id, queue.name());
  }

  /** Its contents stay where they are; the copies that wait are taken back. */
  public void delete(Member me, EvergreenId id) {
    var queue = locked(me, id);
    clearing.clear(me, id, _ -> true);
    queues.delete(me.workspaceId(), id);
    record(me, "evergreen.deleted", id, queue.name());
  }

  private EvergreenQueue locked(Member me, EvergreenId id) {
    return queues.lock(me.workspaceId(), id)
        .orElseThrow(() -> new NoSuchElementException("No evergreen queue " + id));
  }

  private void refill(Member me, EvergreenQueue before, Collection<WeekSlot> slots) {
    var workspace = me.workspaceId();
    before.slots().stream().filter(s -> !slots.contains(s))
        .forEach(s -> queues.remove(workspace, before.id(), s));
    slots.forEach(slot -> queues.add(workspace, before.id(), slot));
    anew(me, before.id());
  }

  private void anew(Member me, EvergreenId id) {
    clearing.clear(me, id, _ -> true);
    filling.fill(me.workspaceId(), me.zone(), id);
  }

  private void record(Member me, String action, EvergreenId id, String name) {
    audit.record(me.tenant(), me.userId(), action, id.value(), name);
  }
}
