package fr.palabre.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Workspace;
import fr.palabre.network.ConnectedAccount.Standing;
import fr.palabre.network.DeliveryOutcome.Delivered;
import fr.palabre.network.DeliveryOutcome.Disconnected;
import fr.palabre.network.DeliveryOutcome.RetryAfter;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
class NetworkCallsTest {
  @Autowired Brands brands;
  @Autowired AccountStore accountStore;
  @Autowired CredentialStore credentials;
  @Autowired CursorStore cursors;
  @Autowired HealthStore health;
  @Autowired AuditTrail audit;
  @Autowired ApplicationEventPublisher events;
  @Autowired RowScope scope;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private final ScriptedConnector network = new ScriptedConnector();
  private Workspace brand;
  private Accounts accounts;
  private NetworkCalls calls;

  @BeforeEach
  void connectors() {
    brand = brands.brand();
    accounts = accounts();
    calls = calls();
  }

  @Test
  void anExpiringTokenIsRenewedAndStoredBeforeItIsUsed() {
    var account = connect("old", Duration.ofMinutes(1));
    network.onRefresh = _ -> renewed("new");
    network.onDelete = _ -> {
      assertThat(stored(account)).isEqualTo("new");
      return new Delivered("1", null);
    };
    delete(account);
    assertThat(network.deletedWith).containsExactly("new");
  }

  @Test
  void manyCallsAtOnceRenewTheTokenOnce() {
    var account = connect("old", Duration.ofMinutes(1));
    network.onRefresh = _ -> renewed("new");
    var nodes = List.of(calls, calls());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8).forEach(i -> threads.submit(() -> delete(nodes.get(i % 2), account)));
    }
    assertThat(network.refreshedWith).containsExactly("old");
    assertThat(network.deletedWith).hasSize(8).containsOnly("new");
  }

  @Test
  void aTokenRefusedBeforeItsTimeIsRenewedAndTheCallMadeOnceMore() {
    var account = connect("old", Duration.ofHours(2));
    network.onRefresh = _ -> renewed("new");
    network.onDelete = token ->
        token.equals("new") ? new Delivered("1", null) : new Disconnected("ExpiredToken");
    assertThat(delete(account)).isInstanceOf(Delivered.class);
    assertThat(standing(account)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void aTokenThatCannotBeRenewedJustNowMakesTheCallWait() {
    var account = connect("old", Duration.ofHours(2));
    network.onRefresh = _ -> new Reading.Failed<>("unreachable");
    network.onDelete = _ -> new Disconnected("ExpiredToken");
    assertThat(delete(account)).isInstanceOf(RetryAfter.class);
    assertThat(standing(account)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void anAccountWhoseTokenIsRefusedForGoodAsksToBeConnectedAgain() {
    var account = connect("old", Duration.ofHours(2));
    network.onRefresh = _ -> new Reading.Disconnected<>("Revoked");
    network.onDelete = _ -> new Disconnected("ExpiredToken");
    assertThat(delete(account)).isInstanceOf(Disconnected.class);
    assertThat(standing(account)).isEqualTo(Standing.DISCONNECTED);
  }

  @Test
  void theRefusalOfATokenReplacedMeanwhileDisconnectsNobody() {
    var account = connect("old", Duration.ofHours(2));
    network.onRefresh = _ -> new Reading.Disconnected<>("Revoked");
    network.onDelete = token -> {
      if (token.equals("again")) return new Delivered("1", null);
      connect("again", Duration.ofHours(2));
      return new Disconnected("Revoked");
    };
    assertThat(delete(account)).isInstanceOf(Delivered.class);
    assertThat(standing(account)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void aNetworkIsNeverCalledInsideATransaction() {
    var account = connect("token", null);
    assertThatThrownBy(() -> brands.within(brand, () -> delete(account)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(network.deletedWith).isEmpty();
  }

  @Test
  void aTokenCopiedOntoAnotherAccountDoesNotOpen() {
    var one = connect("token", null);
    var other = accounts.connect(brand.id(), null, ScriptedConnector.NETWORK,
        ScriptedConnector.connected("other", ScriptedConnector.credentials("secret", null)));
    brands.within(brand, () -> jdbc.sql("""
            update network_credential set sealed =
              (select sealed from network_credential where account_id = :other)
             where account_id = :one
            """).param("other", other.value()).param("one", one.id().value()).update());
    assertThatThrownBy(() -> stored(one)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRemovedAccountForgetsItsTokenAndKeepsItsHistory() {
    var account = connect("token", null);
    accounts.remove(brand.id(), UserId.next(), account.id());
    assertThat(accounts.connected(brand.id())).isEmpty();
    assertThat(accounts.account(brand.id(), account.id()).handle()).isEqualTo("boutique");
    assertThatThrownBy(() -> delete(account)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anAccountConnectedAgainIsItselfAgain() {
    var before = connect("token", null);
    accounts.remove(brand.id(), UserId.next(), before.id());
    assertThat(connect("other", null).id()).isEqualTo(before.id());
  }

  @Test
  void anotherBrandsAccountDoesNotExist() {
    var account = connect("token", null);
    assertThatThrownBy(() -> accounts.account(brands.brand().id(), account.id()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aTokenReplacedOnAnotherNodeIsUsedFromTheNextCallOn() {
    var account = connect("old", null);
    delete(account);
    // Another node's memory knows nothing of this one's.
    connect("new", null);
    delete(account);
    assertThat(network.deletedWith).containsExactly("old", "new");
  }

  @Test
  void aTokenRenewedOnAnotherNodeIsUsedFromTheNextCallOn() {
    var account = connect("old", Duration.ofHours(2));
    delete(account);
    inBrand(() -> credentials.store(brand.id(), account.id(),
        ScriptedConnector.credentials("newer", null), clock.instant()));
    delete(account);
    assertThat(network.deletedWith).containsExactly("old", "newer");
  }

  @Test
  void anAccountRemovedAndConnectedAgainNeverOpensWithWhatItHadBefore() {
    var before = connect("old", null);
    delete(before);
    accounts.remove(brand.id(), UserId.next(), before.id());
    assertThatThrownBy(() -> delete(before)).isInstanceOf(NoSuchElementException.class);
    // The versions of its credentials start again from one.
    var again = connect("new", null);
    delete(again);
    assertThat(network.deletedWith).containsExactly("old", "new");
  }

  @Test
  void thatAnAccountFailsIsNotedAtOnceAndThatItWorksAgainToo() {
    var account = connect("token", null);
    delete(account);
    network.onDelete = _ -> new DeliveryOutcome.NotSent("no route");
    delete(account);
    assertThat(failingSince(account)).isTrue();
    network.onDelete = _ -> new Delivered("1", null);
    delete(account);
    assertThat(failingSince(account)).isFalse();
  }

  @Test
  void whatTheNetworkSaidIsKeptThoughItCannotBeNoted() {
    var account = connect("token", null);
    network.onDelete = _ -> new DeliveryOutcome.NotSent("no route");
    var away = new HealthStore(jdbc) {
      @Override
      void failed(ConnectedAccount failing, CallHealth.Kind kind, String code, Instant now) {
        throw new DataAccessResourceFailureException("away");
      }
    };
    assertThat(delete(calls(away), account)).isEqualTo(new DeliveryOutcome.NotSent("no route"));
  }

  private boolean failingSince(ConnectedAccount account) {
    return inBrand(() -> jdbc.sql(
            "select failing_since is not null from network_health where account_id = :id")
        .param("id", account.id().value()).query(Boolean.class).single());
  }

  private <T> T inBrand(java.util.function.Supplier<T> work) {
    return brands.within(brand, work);
  }

  private void inBrand(Runnable work) {
    brands.within(brand, () -> {
      work.run();
      return true;
    });
  }

  private ConnectedAccount connect(String token, Duration expiresIn) {
    var expires = expiresIn == null ? null : clock.instant().plus(expiresIn);
    var id = accounts.connect(brand.id(), null, ScriptedConnector.NETWORK, ScriptedConnector
        .connected("boutique", ScriptedConnector.credentials(token, expires)));
    return accounts.account(brand.id(), id);
  }

  private DeliveryOutcome delete(ConnectedAccount account) {
    return delete(calls, account);
  }

  private static DeliveryOutcome delete(NetworkCalls calls, ConnectedAccount account) {
    return calls.call(account, DeletesPosts.class, (c, session) -> c.delete(session, "1"));
  }

  private Reading<Credentials> renewed(String token) {
    return new Reading.Read<>(ScriptedConnector.credentials(
        token, clock.instant().plus(Duration.ofHours(2))));
  }

  private String stored(ConnectedAccount account) {
    return scope.within(brand.id().value(), () -> credentials.find(brand.id(), account.id()))
        .orElseThrow().credentials().reveal("token");
  }

  private Standing standing(ConnectedAccount account) {
    return accounts.account(brand.id(), account.id()).standing();
  }

  private Connectors scripted() {
    return new Connectors(List.of(network));
  }

  private Accounts accounts() {
    return new Accounts(accountStore, credentials, cursors, scripted(), audit, events, scope, clock);
  }

  private NetworkCalls calls() {
    return calls(health);
  }

  private NetworkCalls calls(HealthStore health) {
    return new NetworkCalls(scripted(), accounts(), new OpenCredentials(credentials, scope, clock),
        new TokenRefresh(credentials, scope, clock),
        new CallNotes(health, cursors, scripted(), scope, clock), clock);
  }
}
