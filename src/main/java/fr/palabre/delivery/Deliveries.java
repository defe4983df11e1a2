package fr.palabre.delivery;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.delivery.DeliveryAttempt.Result;
import fr.palabre.delivery.rows.DeliveryMoved;
import fr.palabre.identity.Member;
import fr.palabre.identity.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every act towards a network is handed in. What is submitted in a transaction that commits
 * is done once, or waits in sight of a person.
 */
@Component
@Transactional
public class Deliveries {
  /** Between two posts of one account that go out together: no burst after a silence. */
  public static final Duration APART = Duration.ofMinutes(2);
  private static final List<String> NOT_BEGUN = List.of("SCHEDULED", "HELD");
  private static final List<String> IN_DOUBT = List.of("IN_DOUBT", "UNDECIDED");
  private static final List<String> REFUSED = List.of("REFUSED");
  private final DeliveryStore store;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deliveries(DeliveryStore store, AuditTrail audit, ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Hands in an act; it leaves once the caller's transaction is committed and its hour come. */
  public DeliveryId submit(NewDelivery d) {
    var id = DeliveryId.next();
    var itsTurn = d.after() == null || store.isOut(d.workspace(), d.after());
    store.insert(id, d, itsTurn, clock.instant());
    store.ring();
    return id;
  }

  /**
   * Takes it back, with all that would have come after it in its thread.
   *
   * @return false once it began
   */
  public boolean cancel(WorkspaceId workspace, DeliveryId id) {
    var stopped = store.cancel(workspace, id, clock.instant());
    stopped.forEach(d -> tell(workspace, d));
    return !stopped.isEmpty();
  }

  /** @return false once it began */
  public boolean reschedule(WorkspaceId workspace, DeliveryId id, Instant notBefore) {
    return reschedule(workspace, id, notBefore, null);
  }

  /** @return false once it began */
  public boolean reschedule(WorkspaceId workspace, DeliveryId id, Instant notBefore,
      @Nullable Instant notAfter) {
    var moved = store.reschedule(workspace, id, notBefore, notAfter, clock.instant());
    if (moved) store.ring();
    return moved;
  }

  /**
   * Says anew how late it may go. What comes after another in its thread is never left out by
   * itself: half a thread would stand there.
   */
  public void latest(WorkspaceId workspace, DeliveryId id, Instant notAfter, boolean skipsLate) {
    store.latest(workspace, id, notAfter, skipsLate);
  }

  /** @throws NoSuchElementException if this brand has none of that id */
  @Transactional(readOnly = true)
  public Delivery delivery(WorkspaceId workspace, DeliveryId id) {
    return store.find(workspace, id)
        .orElseThrow(() -> new NoSuchElementException("No delivery " + id));
  }

  /** All that was handed in for this subject, in that order. */
  @Transactional(readOnly = true)
  public List<Delivery> of(WorkspaceId workspace, DeliverySubject subject) {
    return store.of(workspace, subject);
  }

  /** The same for several subjects at once. */
  @Transactional(readOnly = true)
  public List<Delivery> of(WorkspaceId workspace, Collection<DeliverySubject> subjects) {
    return subjects.isEmpty() ? List.of() : store.of(workspace, subjects);
  }

  /** What was sent, what the network said, what was decided, in order. */
  @Transactional(readOnly = true)
  public List<DeliveryAttempt> story(WorkspaceId workspace, DeliveryId id) {
    return store.story(workspace, id);
  }

  /**
   * A person looked at the network and says whether it is there; if not, it is sent again. If it
   * is, what should have answered it cannot name it, and waits in sight as refused.
   *
   * @return false if it was settled meanwhile
   */
  public boolean settleByPerson(Member me, DeliveryId id, Verdict verdict) {
    var now = clock.instant();
    var settled = switch (verdict) {
      case WENT_OUT -> store.wentOut(me.workspaceId(), id, now);
      case NOT_SENT -> store.resume(me.workspaceId(), id, IN_DOUBT, "ABSENT", now, now);
    };
    if (!settled) return false;
    if (verdict == Verdict.WENT_OUT) store.strand(me.workspaceId(), id, now);
    decided(me, id, verdict == Verdict.WENT_OUT ? Result.WENT_OUT : Result.NOT_OUT);
    return true;
  }

  /**
   * A person says when it goes out, however late: at once, or at that hour.
   *
   * @return false if it had begun
   */
  public boolean release(Member me, DeliveryId id, Instant notBefore) {
    var now = clock.instant();
    var released = store.resume(me.workspaceId(), id, NOT_BEGUN, "HOUR", notBefore, now);
    if (released) decided(me, id, Result.RELEASED);
    return released;
  }

  /**
   * Tries once more what was refused, mended or not; nothing of it had been done.
   *
   * @return false if it no longer stands refused
   */
  public boolean retry(Member me, DeliveryId id, Act act) {
    var now = clock.instant();
    store.rewrite(me.workspaceId(), id, act);
    var again = store.resume(me.workspaceId(), id, REFUSED, "HOUR", now, now);
    if (again) decided(me, id, Result.RELEASED);
    return again;
  }

  /**
   * Gives up, with all that would have come after it.
   *
   * @return false if it had begun
   */
  public boolean drop(Member me, DeliveryId id) {
    var dropped = cancel(me.workspaceId(), id);
    if (dropped) decided(me, id, Result.DROPPED);
    return dropped;
  }

  private void decided(Member me, DeliveryId id, Result decision) {
    store.decided(me.workspaceId(), id, decision, me.user(), clock.instant());
    audit.record(me.workspaceId().value(), me.userId(),
        "delivery." + decision.name().toLowerCase(java.util.Locale.ROOT), id.value(), id.toString());
    tell(me.workspaceId(), id);
    store.ring();
  }

  private void tell(WorkspaceId workspace, DeliveryId id) {
    events.publishEvent(new DeliveryMoved(workspace, id));
  }
}
