package fr.palabre.network.intake;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Inbound;
import fr.palabre.network.InboundReceived;
import fr.palabre.network.ReadsActivity;
import fr.palabre.network.intake.RawEventStore.Stored;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Reads what was stored, each event in a transaction of its own, in the order it came: what it says
 * and that it was said are written together, or not at all.
 */
@Component
public class Understanding {
  private static final Logger log = LoggerFactory.getLogger(Understanding.class);
  private static final int ACCOUNTS = 100;
  private final RawEventStore events;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final RowScope scope;
  private final Clock clock;

  Understanding(RawEventStore events, Accounts accounts, ApplicationEventPublisher publisher,
      RowScope scope, Clock clock) {
    this.events = events;
    this.accounts = accounts;
    this.publisher = publisher;
    this.scope = scope;
    this.clock = clock;
  }

  /** Whatever waits, on any account: what a crash left behind too. */
  void all() {
    scope.everywhere(() -> events.waitingAccounts(ACCOUNTS))
        .forEach(w -> of(w.workspace(), w.account()));
  }

  /** Whatever waits on this account, oldest first; at once where no other node is at it. */
  void of(WorkspaceId workspace, AccountId account) {
    while (next(workspace, account)) {
      // Each turn is one event, one transaction.
    }
  }

  public List<NotUnderstood> notUnderstood(WorkspaceId workspace, int limit) {
    return scope.within(workspace.value(), () -> events.notUnderstood(workspace, limit));
  }

  /**
   * Tries one again; returns whether it is understood now.
   *
   * @throws NoSuchElementException if no such event waits in the list
   */
  public boolean retry(WorkspaceId workspace, UUID id) {
    var account = scope.within(workspace.value(), () -> events.retry(workspace, id))
        .orElseThrow(() -> new NoSuchElementException("No such event " + id));
    of(workspace, account);
    return notUnderstood(workspace, Integer.MAX_VALUE).stream().noneMatch(e -> e.id().equals(id));
  }

  /** Tries all again; returns how many are not understood still. */
  public int retryAll(WorkspaceId workspace) {
    scope.within(workspace.value(), () -> events.retryAll(workspace));
    scope.everywhere(() -> events.waitingAccounts(ACCOUNTS)).stream()
        .filter(w -> w.workspace().equals(workspace))
        .forEach(w -> of(w.workspace(), w.account()));
    return notUnderstood(workspace, Integer.MAX_VALUE).size();
  }

  /** @return whether there may be a next one */
  private boolean next(WorkspaceId workspace, AccountId account) {
    var taken = new AtomicReference<@Nullable Stored>();
    try {
      return scope.within(workspace.value(), () -> understand(workspace, account, taken));
    } catch (TransientDataAccessException | RecoverableDataAccessException
        | CannotCreateTransactionException e) {
      log.warn("Understanding account {} waits for the database", account);
      return false;
    } catch (RuntimeException e) {
      var event = taken.get();
      if (event == null) throw e;
      // Its message may quote the event: only its kind and place go to the log.
      log.warn("Event {} of account {} was not understood: {} at {}", event.id(), account,
          e.getClass().getSimpleName(), e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
      scope.within(workspace.value(), () ->
          events.failed(workspace, event.id(), reason(e), clock.instant()));
      return true;
    }
  }

  private boolean understand(WorkspaceId workspace, AccountId id,
      AtomicReference<@Nullable Stored> taken) {
    if (!events.lock(id)) return false;
    var stored = events.oldestWaiting(workspace, id);
    if (stored.isEmpty()) return false;
    taken.set(stored.get());
    var account = accounts.account(workspace, id);
    var connector = (ReadsActivity) accounts.connector(account.network());
    for (var inbound : connector.understand(account, stored.get().event()))
      publisher.publishEvent(received(account, inbound));
    events.understood(workspace, stored.get().id(), clock.instant());
    return true;
  }

  private static InboundReceived received(ConnectedAccount account, Inbound inbound) {
    return new InboundReceived(account.workspace(), account.id(), account.network(), inbound);
  }

  private static String reason(RuntimeException e) {
    var text = e.getMessage() == null ? "" : e.getMessage();
    return e.getClass().getSimpleName() + ": " + text.substring(0, Math.min(300, text.length()));
  }
}
