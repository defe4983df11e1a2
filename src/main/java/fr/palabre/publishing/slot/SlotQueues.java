package fr.palabre.publishing.slot;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A brand's queues: their names, accounts and weekly slots. */
@Component
@Transactional
public class SlotQueues {
  private final QueueStore queues;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  SlotQueues(QueueStore queues, Accounts accounts, AuditTrail audit, Clock clock) {
    this.queues = queues;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<SlotQueue> all(WorkspaceId workspace) {
    return queues.all(workspace);
  }

  /** @throws NoSuchElementException if this brand has no such queue */
  @Transactional(readOnly = true)
  public SlotQueue queue(WorkspaceId workspace, QueueId id) {
    return queues.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No queue " + id));
  }

  /** @return empty if a queue of the brand already bears this name */
  public Optional<SlotQueue> create(Member me, String name, Collection<AccountId> on) {
    var id = QueueId.next();
    if (!queues.insert(me.workspaceId(), id, name.strip(), clock.instant()))
      return Optional.empty();
    queues.accounts(me.workspaceId(), id, known(me, on));
    record(me, "queue.created", id, name);
    return queues.find(me.workspaceId(), id);
  }

  /** @return false if another queue of the brand already bears this name */
  public boolean change(Member me, QueueId id, String name, Collection<AccountId> on) {
    queue(me.workspaceId(), id);
    if (!queues.rename(me.workspaceId(), id, name.strip())) return false;
    queues.accounts(me.workspaceId(), id, known(me, on));
    record(me, "queue.changed", id, name);
    return true;
  }

  /** What stands in the queue keeps its date. */
  public void delete(Member me, QueueId id) {
    var queue = queue(me.workspaceId(), id);
    queues.delete(me.workspaceId(), id);
    record(me, "queue.deleted", id, queue.name());
  }

  public void add(Member me, QueueId id, Collection<WeekSlot> slots) {
    var queue = queue(me.workspaceId(), id);
    slots.forEach(slot -> queues.add(me.workspaceId(), id, slot));
    record(me, "queue.changed", id, queue.name());
  }

  /** What already stands at that hour keeps its date. */
  public void remove(Member me, QueueId id, WeekSlot slot) {
    var queue = queue(me.workspaceId(), id);
    queues.remove(me.workspaceId(), id, slot);
    record(me, "queue.changed", id, queue.name());
  }

  /** The queue of this account that a found hour joins; one is made where there is none. */
  public SlotQueue adopt(Member me, AccountId account, WeekSlot slot) {
    var on = accounts.account(me.workspaceId(), account);
    var queue = all(me.workspaceId()).stream()
        .filter(q -> q.accounts().contains(account)).findFirst()
        .or(() -> create(me, on.displayName(), List.of(account)))
        .orElseGet(() -> create(me, on.displayName() + " @" + on.handle(), List.of(account))
            .orElseThrow());
    add(me, queue.id(), List.of(slot));
    return queue(me.workspaceId(), queue.id());
  }

  // An account that is not this brand's is told by what throws.
  private List<AccountId> known(Member me, Collection<AccountId> on) {
    return on.stream().map(id -> accounts.account(me.workspaceId(), id).id()).distinct().toList();
  }

  private void record(Member me, String action, QueueId id, String name) {
    audit.record(me.tenant(), me.userId(), action, id.value(), name);
  }
}
