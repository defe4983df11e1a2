package fr.palabre.network;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.UserId;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.platform.db.GroupCommit;
import fr.palabre.platform.db.RowScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The accounts a brand has connected. Each method opens its own transaction, or joins the caller's. */
@Component
public class Accounts {
  private final AccountStore accounts;
  private final CredentialStore credentials;
  private final CursorStore cursors;
  private final Connectors connectors;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final RowScope scope;
  private final Clock clock;
  private final GroupCommit<AccountKey, ConnectedAccount> together =
      new GroupCommit<>(this::together);

  Accounts(AccountStore accounts, CredentialStore credentials, CursorStore cursors,
      Connectors connectors, AuditTrail audit, ApplicationEventPublisher events, RowScope scope,
      Clock clock) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.cursors = cursors;
    this.connectors = connectors;
    this.audit = audit;
    this.events = events;
    this.scope = scope;
    this.clock = clock;
  }

  /** Those not removed, whether they work now or not. */
  public List<ConnectedAccount> connected(WorkspaceId workspace) {
    return scope.within(workspace.value(), () -> accounts.connected(workspace)).stream()
        .filter(a -> connectors.find(a.network()).isPresent())
        .toList();
  }

  /** @throws NoSuchElementException if this brand never connected it; a removed one is found */
  public ConnectedAccount account(WorkspaceId workspace, AccountId id) {
    return scope.within(workspace.value(), () -> accounts.find(workspace, id))
        .orElseThrow(() -> new NoSuchElementException("No account " + id));
  }

  /**
   * The same for those who see many accounts through at once: they share their questions. Never
   * inside a transaction.
   */
  public ConnectedAccount accountForCalls(WorkspaceId workspace, AccountId id) {
    var found = together.of(new AccountKey(workspace, id));
    if (found == null) throw new NoSuchElementException("No account " + id);
    return found;
  }

  private Map<AccountKey, ConnectedAccount> together(List<AccountKey> keys) {
    return scope.everywhere(() -> accounts.among(keys)).stream()
        .collect(Collectors.toMap(AccountKey::of, Function.identity(), (a, _) -> a));
  }

  public Limits limits(ConnectedAccount account) {
    return connector(account.network()).limits(account);
  }

  /** What its network allows this account within a time. */
  public List<QuotaRule> quotas(ConnectedAccount account) {
    return connector(account.network()).quotas(account);
  }

  /** @throws NoSuchElementException if no connector of that name is installed */
  public NetworkConnector connector(NetworkId id) {
    return connectors.connector(id);
  }

  public boolean can(ConnectedAccount account, Class<? extends NetworkConnector> ability) {
    return connectors.find(account.network()).filter(ability::isInstance).isPresent();
  }

  /** Records that a network said yes. An account known before, even removed, is itself again. */
  public AccountId connect(WorkspaceId workspace, @Nullable UserId by, NetworkId network,
      Connected found) {
    return scope.within(workspace.value(), () -> {
      var now = clock.instant();
      var id = accounts.connect(workspace, network, found, now);
      credentials.store(workspace, id, found.credentials(), now);
      if (connector(network) instanceof ReadsActivity) cursors.open(workspace, id, now);
      told(workspace, id, by, "account.connected", Standing.CONNECTED);
      return id;
    });
  }

  /** The network no longer accepts the account's token: a person must connect it again. */
  public void askToReconnect(WorkspaceId workspace, AccountId id, String remoteCode) {
    scope.within(workspace.value(), () -> {
      if (accounts.disconnect(workspace, id, remoteCode, clock.instant()))
        told(workspace, id, null, "account.disconnected", Standing.DISCONNECTED);
    });
  }

  /** Forgets what opens it and stops reading it; what it brought stays. */
  public void remove(WorkspaceId workspace, UserId by, AccountId id) {
    scope.within(workspace.value(), () -> {
      if (!accounts.remove(workspace, id, clock.instant())) return;
      credentials.forget(workspace, id);
      cursors.close(workspace, id);
      told(workspace, id, by, "account.removed", Standing.REMOVED);
    });
  }

  private void told(WorkspaceId workspace, AccountId id, @Nullable UserId by, String action,
      Standing standing) {
    var account = accounts.find(workspace, id).orElseThrow();
    audit.record(workspace.value(), by == null ? null : by.value(), action, id.value(),
        account.handle() + " (" + account.network() + ")");
    events.publishEvent(new AccountChanged(workspace, id, account.network(), standing));
  }
}
