package fr.palabre.analytics.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.CountingNetwork;
import fr.palabre.analytics.Weeks;
import fr.palabre.analytics.count.Missing;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.count.RateKind;
import fr.palabre.analytics.series.Checkpoint;
import fr.palabre.identity.Workspace;
import fr.palabre.testing.Brands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyticsTest
class OverviewTest {
  private static final Period SECOND_WEEK =
      Period.lasting(7, Weeks.FIRST.plusDays(Weeks.DAYS - 1));
  /** Reactions 17 to 23, two comments and one repost each. */
  private static final long SECOND_WEEKS_INTERACTIONS = 7 * 20 + 7 * 3;

  @Autowired Weeks weeks;
  @Autowired Brands brands;
  @Autowired Bilans bilans;
  @Autowired CountingNetwork network;

  @Test
  void theSumOnScreenEqualsTheNetworksTotal() {
    var bilan = bilan(weeks.lived());
    assertThat(bilan.now().interactions().count()).isEqualTo(SECOND_WEEKS_INTERACTIONS);
    assertThat(bilan.now().accounts().getFirst().gathered().count())
        .isEqualTo(SECOND_WEEKS_INTERACTIONS);
  }

  @Test
  void theRateOfAPeriodIsMadeOfSums() {
    var rate = bilan(weeks.lived()).now().rate(RateKind.BY_DISPLAYS);
    assertThat(rate.interactions()).isEqualTo(SECOND_WEEKS_INTERACTIONS);
    assertThat(rate.denominator()).isEqualTo(7 * 400);
  }

  @Test
  void thePeriodsReachIsNotAvailableRatherThanAdded() {
    assertThat(bilan(weeks.lived()).now().rate(RateKind.BY_REACH).missing())
        .isEqualTo(Missing.NOT_ADDITIVE);
  }

  @Test
  void followersAreComparedWithTheEveOfThePeriod() {
    var now = bilan(weeks.lived()).now();
    assertThat(now.followers().count()).isEqualTo(114);
    assertThat(now.gained().count()).isEqualTo(7);
  }

  @Test
  void daysBeforeTheConnectionAreMissingAndNothingIsComparedWithThem() {
    var brand = weeks.lived();
    var bilan = within(brand, Period.lasting(14, Weeks.FIRST.plusDays(Weeks.DAYS - 1)));
    assertThat(bilan.before().interactions().missing()).isEqualTo(Missing.BEFORE_CONNECTION);
    assertThat(bilan.interactions().shown()).isFalse();
  }

  @Test
  void postsAreRankedAtTheSameAgeAgainstTheirOwnFormat() {
    var ranking = bilan(weeks.lived()).ranking();
    assertThat(ranking.age()).isEqualTo(Checkpoint.H24);
    assertThat(ranking.tooYoung()).isEqualTo(1);
    // The last post that is a day old, and the median of the seven without an image.
    assertThat(ranking.best().getFirst().interactions()).isEqualTo(22 + 3);
    assertThat(ranking.best().getFirst().median()).isEqualTo(16 + 3);
    assertThat(ranking.best().getFirst().ownFormat()).isTrue();
    assertThat(ranking.weakest().getFirst().times())
        .isLessThan(ranking.best().getLast().times());
  }

  @Test
  void anotherBrandsFiguresAreNotThere() {
    weeks.lived();
    var other = brands.brand();
    assertThat(within(other, SECOND_WEEK).now().accounts()).isEmpty();
  }

  private Bilan bilan(Workspace brand) {
    return within(brand, SECOND_WEEK);
  }

  private Bilan within(Workspace brand, Period period) {
    return brands.within(brand, () -> bilans.of(brand, period));
  }
}
