package fr.palabre.network.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectsByForm;
import fr.palabre.network.DeliveryKey;
import fr.palabre.network.InboundReceived;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.NetworkId;
import fr.palabre.network.PostDraft;
import fr.palabre.network.PublishesPosts;
import fr.palabre.network.RawEvent;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
class IntakeTest {
  private static final NetworkId SIMULATED = new NetworkId("village");
  private static final String LIKE = """
      {"type":"reaction","kind":"LIKE","parent":"p","at":"2026-11-23T08:00:00Z",
       "author":{"remoteId":"v:1","handle":"mie","displayName":"Mie"}}""";
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired NetworkCalls calls;
  @Autowired Polling polling;
  @Autowired RawEventStore events;
  @Autowired RowScope scope;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private final List<InboundReceived> told = new ArrayList<>();
  private Workspace brand;
  private AccountId account;

  @BeforeEach
  void connect() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    account = reconnect();
    others();
  }

  @Test
  void anEventTheNetworkGivesAgainIsKeptOnce() {
    assertThat(keep(new RawEvent("like:1", "", LIKE), new RawEvent("like:2", "", LIKE))).isEqualTo(2);
    assertThat(keep(new RawEvent("like:1", "", LIKE), new RawEvent("like:1", "2", LIKE))).isEqualTo(1);
  }

  @Test
  void whatWasStoredBeforeACrashIsUnderstoodAfterIt() {
    keep(new RawEvent("like:1", "", LIKE));
    understanding(told::add).all();
    understanding(told::add).all();
    assertThat(mine()).hasSize(1);
  }

  @Test
  void anEventNobodyUnderstandsWaitsInAListAndHoldsNoOtherUp() {
    keep(new RawEvent("odd", "", "{}"), new RawEvent("like:1", "", LIKE));
    var understanding = understanding(told::add);
    understanding.of(brand.id(), account);
    assertThat(mine()).hasSize(1);
    assertThat(understanding.notUnderstood(brand.id(), 10))
        .singleElement().satisfies(e -> assertThat(e.externalId()).isEqualTo("odd"));
  }

  @Test
  void whereTakingAnEventInFailsNothingOfItIsWritten() {
    keep(new RawEvent("like:1", "", LIKE));
    var understanding = understanding(_ -> {
      jdbc.sql("update network_account set display_name = 'half' where id = :id")
          .param("id", account.value()).update();
      throw new IllegalStateException("no room");
    });
    understanding.of(brand.id(), account);
    assertThat(accounts.account(brand.id(), account).displayName()).isEqualTo("Le Fournil");
    assertThat(understanding.notUnderstood(brand.id(), 10)).singleElement()
        .satisfies(e -> assertThat(e.error()).contains("no room"));
  }

  @Test
  void anEventThatCanBeUnderstoodAtLastLeavesTheList() {
    keep(new RawEvent("like:1", "", LIKE));
    understanding(_ -> {
      throw new IllegalStateException("not yet");
    }).of(brand.id(), account);
    var mended = understanding(told::add);
    var waiting = mended.notUnderstood(brand.id(), 10).getFirst();
    assertThat(mended.retry(brand.id(), waiting.id())).isTrue();
    assertThat(mine()).hasSize(1);
    assertThat(mended.notUnderstood(brand.id(), 10)).isEmpty();
  }

  @Test
  void allThatWasNotUnderstoodCanBeTriedAgainAtOnce() {
    keep(new RawEvent("odd", "", "{}"), new RawEvent("odder", "", "[]"));
    var understanding = understanding(told::add);
    understanding.of(brand.id(), account);
    assertThat(understanding.retryAll(brand.id())).isEqualTo(2);
    assertThat(understanding.notUnderstood(brand.id(), 10)).allSatisfy(e ->
        assertThat(e.attempts()).isEqualTo(2));
  }

  @Test
  void twoNodesNeverPollTheSameAccountAtOnce() {
    var mine = due();
    assertThat(mine).hasSize(1);
    assertThat(due()).isEmpty();
    clock.advance(Duration.ofMinutes(4));
    assertThat(due()).as("after a crash of the first").hasSize(1);
    polling.poll(mine.getFirst());
    assertThat(due()).as("the first has lost its lease").isEmpty();
  }

  @Test
  void aPublicationMakesTheNextPollCloser() {
    pollAll();
    publish("Tout frais");
    assertThat(next()).isBeforeOrEqualTo(clock.instant().plusSeconds(4));
  }

  @Test
  void anAccountThatMustBeReconnectedIsLeftAloneUntilItIs() {
    accounts.askToReconnect(brand.id(), account, "revoked");
    pollAll();
    clock.advance(Duration.ofDays(1));
    assertThat(due()).isEmpty();
    reconnect();
    assertThat(due()).hasSize(1);
  }

  @Test
  void whatHappensOnTheNetworkArrivesAsFacts() {
    publish("Notre galette est là !");
    clock.advance(Duration.ofMinutes(5));
    pollAll();
    understanding(told::add).of(brand.id(), account);
    assertThat(mine()).isNotEmpty().allSatisfy(f ->
        assertThat(f.network()).isEqualTo(SIMULATED));
  }

  @Test
  void anAccountsUsualSilenceIsMeasuredOnItsOwnPast() {
    for (int i = 0; i < 30; i++) {
      keep(new RawEvent("like:" + i, "", LIKE));
      clock.advance(Duration.ofHours(2));
    }
    clock.advance(Duration.ofHours(6));
    pollAll();
    assertThat(silence()).isEqualTo(Duration.ofHours(2));
  }

  private AccountId reconnect() {
    var form = (ConnectsByForm) accounts.connector(SIMULATED);
    var found = (Connected) form.connect(Map.of("handle", "fournil", "name", "Le Fournil"));
    return accounts.connect(brand.id(), brands.member(brand, Role.ADMINISTRATOR).user(), SIMULATED,
        found);
  }

  /** Accounts that other tests left connected are not looked at here. */
  private void others() {
    scope.everywhere(() -> jdbc.sql("update network_cursor set next_poll_at = 'infinity' "
        + "where workspace_id <> :mine").param("mine", brand.id().value()).update());
  }

  private int keep(RawEvent... raw) {
    return brands.within(brand, () ->
        events.keep(brand.id(), account, List.of(raw), clock.instant()));
  }

  private Understanding understanding(Consumer<InboundReceived> listener) {
    return new Understanding(events, accounts, fact -> listener.accept((InboundReceived) fact),
        scope, clock);
  }

  private List<InboundReceived> mine() {
    return told.stream().filter(f -> f.account().equals(account)).toList();
  }

  private List<Lease> due() {
    return polling.due(10);
  }

  private void pollAll() {
    due().forEach(polling::poll);
  }

  private Instant next() {
    return brands.within(brand, () -> jdbc.sql("select next_poll_at from network_cursor")
        .query(OffsetDateTime.class).single().toInstant());
  }

  private Duration silence() {
    return Duration.ofSeconds(brands.within(brand, () ->
        jdbc.sql("select usual_silence_seconds from network_cursor").query(Long.class).single()));
  }

  private void publish(String text) {
    calls.call(accounts.account(brand.id(), account), PublishesPosts.class, (c, session) ->
        c.publish(session, PostDraft.of(text), new DeliveryKey(UUID.randomUUID())));
  }
}
