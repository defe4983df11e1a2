package fr.palabre.identity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.Accounts;
import fr.palabre.network.DemoPast;
import fr.palabre.network.Metric;
import fr.palabre.platform.db.RowScope;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PalabreTest
class DemoBrandTest {
  @Autowired DemoBrand demo;
  @Autowired Accounts accounts;
  @Autowired DemoPast past;
  @Autowired JdbcClient jdbc;
  @Autowired RowScope scope;
  @Autowired MovableClock clock;
  private WorkspaceId brand;

  @BeforeEach
  void raise() {
    clock.set(MovableClock.START);
    demo.raise();
    brand = new WorkspaceId(scope.everywhere(() ->
        jdbc.sql("select id from identity_workspace where demo").query(UUID.class).single()));
  }

  @Test
  void theDemonstrationIsMadeOnce() {
    assertThat(demo.raise()).isFalse();
  }

  @Test
  void eachRoleHasSomebody() {
    var roles = scope.within(brand.value(), () ->
        jdbc.sql("select count(distinct role) from identity_membership").query(Long.class).single());
    assertThat(roles).isEqualTo(8);
  }

  @Test
  void itsOnlyAccountIsOnASimulatedNetwork() {
    assertThat(accounts.connected(brand)).singleElement().satisfies(account ->
        assertThat(accounts.connector(account.network()).simulated()).isTrue());
  }

  @Test
  void itsPastIsToldTheSameEachTimeAndItsFiguresGrow() {
    assertThat(past.posts(brand)).hasSizeGreaterThan(15).isEqualTo(past.posts(brand));
    var first = past.posts(brand).getFirst();
    var figures = java.util.stream.Stream.of(1, 3, 24, 200).map(h ->
        past.postMetrics(brand, first, first.at().plus(Duration.ofHours(h))).get(Metric.VIEWS));
    assertThat(figures.toList()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatWasSaidUnderItsPastPostsWasAnsweredAfterwards() {
    assertThat(past.posts(brand)).allSatisfy(post -> {
      assertThat(post.at()).isBefore(clock.instant());
      assertThat(post.dialogues()).allSatisfy(d ->
          assertThat(d.answeredAt()).isAfter(d.question().at()).isBefore(clock.instant()));
    });
  }
}
