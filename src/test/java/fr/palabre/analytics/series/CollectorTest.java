package fr.palabre.analytics.series;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.CountingNetwork;
import fr.palabre.analytics.Stories;
import fr.palabre.analytics.count.Missing;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Metric;
import fr.palabre.network.Reading;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyticsTest
class CollectorTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
  @Autowired Brands brands;
  @Autowired MovableClock clock;
  @Autowired CountingNetwork network;
  @Autowired Stories stories;
  @Autowired Collector collector;
  @Autowired JdbcClient jdbc;
  private Workspace brand;
  private AccountId account;

  @BeforeEach
  void aConnectedAccount() {
    clock.set(MONDAY_NOON);
    brand = brands.brand();
    network.followers(brand.slug(), 400);
    account = stories.connect(brand, brand.slug());
  }

  @AfterEach
  void networkAnswersAgain() {
    network.answerInstead(null);
  }

  @Test
  void anAccountIsReadWhenItIsConnectedThenAtThreeInTheMorning() {
    collector.collectDue();
    assertThat(values("FOLLOWERS")).containsExactly(400L);
    clock.advance(ofHours(14));
    collector.collectDue();
    assertThat(values("FOLLOWERS")).hasSize(1);
    clock.advance(ofHours(1));
    collector.collectDue();
    assertThat(values("FOLLOWERS")).hasSize(2);
  }

  @Test
  void aPostIsReadAtTheAgesAtWhichPostsAreCompared() {
    publish("p", 3, 1);
    for (var age : List.of(ofMinutes(5), ofMinutes(20), ofHours(1), ofHours(3), ofHours(24),
        ofHours(48), ofDays(7), ofDays(28))) {
      clock.set(MONDAY_NOON.plus(age));
      collector.collectDue();
    }
    assertThat(checkpoints()).containsExactly("M5", "M20", "H1", "H3", "H24", "H48", "D7", "D28");
  }

  @Test
  void collectingTwiceIsHarmless() {
    publish("p", 3, 1);
    clock.advance(ofHours(1));
    collector.collectDue();
    collector.collectDue();
    assertThat(values("REACTIONS")).containsExactly(3L);
  }

  @Test
  void anAgeThatPassedUnreadIsSaidMissing() {
    publish("p", 3, 1);
    clock.advance(ofHours(7));
    collector.collectDue();
    assertThat(missing("REACTIONS")).containsOnly("DELAYED").hasSize(4);
    assertThat(values("REACTIONS")).containsExactly(3L);
    assertThat(checkpoints()).isEmpty();
  }

  @Test
  void aThrottledReadingWaitsAsLongAsTheNetworkAsks() {
    collector.collectDue();
    publish("p", 3, 1);
    clock.advance(ofHours(1));
    network.answerInstead(new Reading.Throttled<>(clock.instant().plus(ofMinutes(30))));
    collector.collectDue();
    network.answerInstead(null);
    clock.advance(ofMinutes(29));
    collector.collectDue();
    assertThat(values("REACTIONS")).isEmpty();
    clock.advance(ofMinutes(1));
    collector.collectDue();
    assertThat(values("REACTIONS")).containsExactly(3L);
  }

  @Test
  void aReadingThatFailsAgainAndAgainIsKeptAsMissingWithItsReason() {
    collector.collectDue();
    network.answerInstead(new Reading.Failed<>("unreadable"));
    clock.advance(ofDays(1));
    for (int i = 0; i < 4; i++) {
      collector.collectDue();
      clock.advance(ofHours(1));
    }
    assertThat(missing("FOLLOWERS")).containsExactly(Missing.COLLECTION_FAILED.name());
    assertThat(dayValue("FOLLOWERS", "2026-11-24")).isEqualTo("COLLECTION_FAILED");
  }

  @Test
  void anAccountThatMustBeReconnectedSaysSo() {
    network.answerInstead(new Reading.Disconnected<>("ExpiredToken"));
    collector.collectDue();
    assertThat(missing("FOLLOWERS")).containsExactly(Missing.PERMISSION.name());
  }

  @Test
  void whatTheNetworkLeavesOutIsMissingAndNeverZero() {
    network.post("p", Map.of(Metric.REACTIONS, 0L));
    stories.publish(brand, account, "p", MONDAY_NOON);
    clock.advance(ofHours(1));
    collector.collectDue();
    assertThat(values("REACTIONS")).containsExactly(0L);
    assertThat(missing("COMMENTS")).contains(Missing.NOT_GIVEN.name());
  }

  @Test
  void aPostKeepsTheFollowersItHadWhenItWentOut() {
    publish("p", 3, 1);
    collector.collectDue();
    network.followers(brand.slug(), 900);
    clock.advance(ofDays(1));
    collector.collectDue();
    assertThat(post("followers_at_publication")).isEqualTo(400L);
  }

  @Test
  void theSumOfTheDaysIsTheNetworksTotal() {
    publish("p", 3, 1);
    clock.advance(ofHours(1));
    collector.collectDue();
    for (int day = 1; day <= 5; day++) {
      network.post("p", 3 + 7L * day, 1 + day, 0, 10, 9);
      clock.set(MONDAY_NOON.plus(ofDays(day)));
      collector.collectDue();
    }
    assertThat(dailySum("REACTIONS")).isEqualTo(38L);
    assertThat(post("interactions")).isEqualTo(38L + 6L);
  }

  @Test
  void aLikeWithdrawnIsASignedCorrection() {
    publish("p", 10, 0);
    clock.advance(ofHours(1));
    collector.collectDue();
    network.post("p", 8, 0, 0, 10, 9);
    clock.advance(ofDays(1));
    collector.collectDue();
    assertThat(dayValue("REACTIONS", "2026-11-24")).isEqualTo("-2");
    assertThat(dailySum("REACTIONS")).isEqualTo(8L);
  }

  @Test
  void daysWithoutAReadingAreGroupedNotInvented() {
    publish("p", 3, 1);
    clock.advance(ofHours(1));
    collector.collectDue();
    network.post("p", 33, 1, 0, 10, 9);
    clock.set(MONDAY_NOON.plus(ofDays(4)));
    collector.collectDue();
    assertThat(dayValue("REACTIONS", "2026-11-27")).isEqualTo("30");
    assertThat(dayValue("REACTIONS", "2026-11-25")).isEqualTo("absent");
    assertThat(grouped("2026-11-27")).isEqualTo(30L);
  }

  @Test
  void aDayWithNothingToReadIsATrueZero() {
    collector.collectDue();
    assertThat(dayValue("REACTIONS", "2026-11-23")).isEqualTo("0");
  }

  @Test
  void theReadingOfThreeInTheMorningClosesTheDayBefore() {
    collector.collectDue();
    network.followers(brand.slug(), 410);
    clock.set(Instant.parse("2026-11-24T02:00:00Z"));
    collector.collectDue();
    assertThat(dayValue("FOLLOWERS", "2026-11-23")).isEqualTo("410");
  }

  @Test
  void aPostThatIsGoneKeepsItsLastCounts() {
    publish("p", 5, 1);
    clock.advance(ofHours(1));
    collector.collectDue();
    network.withdraw("p");
    clock.advance(ofDays(1));
    collector.collectDue();
    assertThat(post("reactions")).isEqualTo(5L);
    assertThat(jdbcInBrand("select gone_at is not null from analytics_post", Boolean.class))
        .containsExactly(true);
  }

  @Test
  void reachIsNeverAddedUpByDay() {
    publish("p", 3, 1);
    clock.advance(ofHours(1));
    collector.collectDue();
    assertThat(dayValue("REACH", "2026-11-23")).isEqualTo("absent");
  }

  private void publish(String id, long reactions, long comments) {
    var remote = brand.slug() + id;
    network.post(remote, reactions, comments, 0, 10, 9);
    network.post("p", reactions, comments, 0, 10, 9);
    stories.publish(brand, account, "p", clock.instant());
  }

  private List<Long> values(String metric) {
    return jdbcInBrand("select value from analytics_observation where metric = '" + metric
        + "' and value is not null order by at", Long.class);
  }

  private List<String> missing(String metric) {
    return jdbcInBrand("select missing from analytics_observation where metric = '" + metric
        + "' and missing is not null order by at", String.class);
  }

  private List<String> checkpoints() {
    return jdbcInBrand("select checkpoint from analytics_observation where metric = 'REACTIONS'"
        + " and value is not null and checkpoint is not null order by at", String.class);
  }

  private long post(String column) {
    return jdbcInBrand("select " + column + " from analytics_post", Long.class).getFirst();
  }

  private long dailySum(String metric) {
    return jdbcInBrand("select sum(value) from analytics_daily where metric = '" + metric + "'",
        Long.class).getFirst();
  }

  private String dayValue(String metric, String day) {
    return jdbcInBrand("select coalesce(value::text, missing) from analytics_daily where metric = '"
        + metric + "' and day = '" + LocalDate.parse(day) + "'", String.class)
        .stream().findFirst().orElse("absent");
  }

  private long grouped(String day) {
    return jdbcInBrand("select grouped from analytics_daily where metric = 'REACTIONS'"
        + " and day = '" + day + "'", Long.class).getFirst();
  }

  private <T> List<T> jdbcInBrand(String sql, Class<T> type) {
    return brands.within(brand, () -> jdbc.sql(sql).query(type).list());
  }
}
