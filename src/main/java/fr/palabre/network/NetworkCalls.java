package fr.palabre.network;

import fr.palabre.network.CallHealth.Kind;
import fr.palabre.network.CredentialStore.Stored;
import fr.palabre.network.Renewal.NotNow;
import fr.palabre.network.Renewal.Refused;
import fr.palabre.network.Renewal.Renewed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way to a network: gives the call an account's good credentials, notes how the connection
 * fared, and asks a person to reconnect where the network accepts no token any more.
 */
@Component
public class NetworkCalls {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private final Connectors connectors;
  private final Accounts accounts;
  private final OpenCredentials credentials;
  private final TokenRefresh refresh;
  private final CallNotes notes;
  private final Clock clock;

  NetworkCalls(Connectors connectors, Accounts accounts, OpenCredentials credentials,
      TokenRefresh refresh, CallNotes notes, Clock clock) {
    this.connectors = connectors;
    this.accounts = accounts;
    this.credentials = credentials;
    this.refresh = refresh;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Calls the account's network. The result says what became of it; where a token thought good is
   * refused, it is renewed and the call made once more, since a refused call has done nothing.
   *
   * @throws IllegalStateException inside a transaction
   * @throws IllegalArgumentException if this network lacks the ability; see {@link Accounts#can}
   * @throws java.util.NoSuchElementException if the account was removed
   */
  public <A extends NetworkConnector, T> T call(ConnectedAccount account, Class<A> ability,
      BiFunction<A, AccountSession, T> call) {
    if (TransactionSynchronizationManager.isActualTransactionActive())
      throw new IllegalStateException("A network is never called inside a transaction");
    var connector = connectors.connector(account.network());
    if (!ability.isInstance(connector))
      throw new IllegalArgumentException(account.network() + " lacks " + ability.getSimpleName());
    var used = good(account, connector);
    var able = ability.cast(connector);
    var result = call.apply(able, new AccountSession(account, used.credentials()));
    if (isRefusedToken(result)) result = again(account, able, used, call, result);
    notes.note(account, result);
    return result;
  }

  private Stored good(ConnectedAccount account, NetworkConnector connector) {
    var stored = stored(account);
    if (!(connector instanceof RefreshesTokens renews) || !isNearlyOver(stored)) return stored;
    // What cannot be renewed just now is used as it is: the network has the last word.
    return refresh.renew(account, renews, stored) instanceof Renewed(Stored newer) ? newer : stored;
  }

  private <A extends NetworkConnector, T> T again(ConnectedAccount account, A connector,
      Stored used, BiFunction<A, AccountSession, T> call, T refused) {
    return switch (newer(account, connector, used, CallHealth.of(refused).code())) {
      case Renewed(Stored stored) -> once(account, connector, stored, call);
      case Refused(String code) -> {
        lost(account, used, code);
        yield refused;
      }
      case NotNow(Instant notBefore) -> later(refused, notBefore);
    };
  }

  private Renewal newer(ConnectedAccount account, NetworkConnector connector, Stored used,
      String code) {
    if (connector instanceof RefreshesTokens renews) return refresh.renew(account, renews, used);
    var now = stored(account);
    return now.version() == used.version() ? new Refused(code) : new Renewed(now);
  }

  private <A extends NetworkConnector, T> T once(ConnectedAccount account, A connector,
      Stored stored, BiFunction<A, AccountSession, T> call) {
    var result = call.apply(connector, new AccountSession(account, stored.credentials()));
    if (isRefusedToken(result)) lost(account, stored, CallHealth.of(result).code());
    return result;
  }

  // A person may have connected it again meanwhile: only the refusal of what is stored counts.
  private void lost(ConnectedAccount account, Stored used, String code) {
    if (stored(account).version() == used.version())
      accounts.askToReconnect(account.workspace(), account.id(), code);
  }

  private Stored stored(ConnectedAccount account) {
    return credentials.of(account);
  }

  private boolean isNearlyOver(Stored stored) {
    var expires = stored.credentials().expiresAt();
    return expires != null && expires.isBefore(clock.instant().plus(MARGIN));
  }

  private static boolean isRefusedToken(Object result) {
    return CallHealth.of(result).kind() == Kind.DISCONNECTED;
  }

  /** The token could not be renewed just now: the same answer, as one to ask again later. */
  @SuppressWarnings("unchecked")
  private static <T> T later(T refused, Instant notBefore) {
    return (T) switch (refused) {
      case DeliveryOutcome _ -> new DeliveryOutcome.RetryAfter(notBefore, "token not renewed");
      case Reading<?> _ -> new Reading.Throttled<>(notBefore);
      default -> refused;
    };
  }
}
