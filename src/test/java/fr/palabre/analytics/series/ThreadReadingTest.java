package fr.palabre.analytics.series;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.CountingNetwork;
import fr.palabre.analytics.Stories;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PostsRead;
import fr.palabre.network.Reading;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What follows a post in its thread is read with it, and told; it counts nowhere. */
@AnalyticsTest
@RecordApplicationEvents
class ThreadReadingTest {
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  @Autowired Brands brands;
  @Autowired MovableClock clock;
  @Autowired CountingNetwork network;
  @Autowired Stories stories;
  @Autowired KnownAccounts known;
  @Autowired PostSchedule posts;
  @Autowired Ledger ledger;
  @Autowired Accounts accounts;
  @Autowired NetworkCalls calls;
  @Autowired RowScope scope;
  @Autowired ApplicationEvents events;
  private Workspace brand;
  private AccountId account;

  @BeforeEach
  void aThreadThatIsOut() {
    clock.set(NOON);
    brand = brands.brand();
    account = stories.connect(brand, brand.slug());
    network.post("un", 3, 1, 0, 0, 0);
    stories.publish(brand, account, "un", NOON);
  }

  @AfterEach
  void networkAnswersAgain() {
    network.answerInstead(null);
  }

  @Test
  void whatFollowsIsToldWithItsFirstMessage() {
    network.post("deux", 9, 9, 0, 0, 0);
    clock.advance(Duration.ofHours(1));
    new Collector(known, posts, ledger, following("deux", "trois"), accounts, calls, scope, clock)
        .collectDue();
    var read = events.stream(PostsRead.class)
        .filter(r -> r.account().equals(account)).reduce((_, last) -> last).orElseThrow();
    assertThat(read.shown()).containsOnlyKeys("un", "deux");
    assertThat(read.missing()).containsExactly("trois");
  }

  @Test
  void longThreadsAreReadInAsManyCallsAsTheContractAsks() {
    var ids = IntStream.range(0, 60).mapToObj("partie-%d"::formatted).toArray(String[]::new);
    for (var id : ids) network.post(id, 0, 0, 0, 0, 0);
    var read = following(ids).of(accounts.account(brand.id(), account), List.of("un"));
    assertThat(read.shown()).hasSize(60);
    assertThat(read.missing()).isEmpty();
    assertThat(network.asked).allMatch(some -> some.size() <= Collector.A_CALL);
  }

  @Test
  void whatTheNetworkDoesNotTellNowIsNotMissing() {
    network.answerInstead(new Reading.Failed<>("unreadable"));
    var read = following("deux").of(accounts.account(brand.id(), account), List.of("un"));
    assertThat(read.shown()).isEmpty();
    assertThat(read.missing()).isEmpty();
  }

  private ThreadReading following(String... ids) {
    return new ThreadReading((_, _, _) -> List.of(ids), calls, scope);
  }
}
