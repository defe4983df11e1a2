package fr.palabre.analytics.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.CountingNetwork;
import fr.palabre.analytics.Weeks;
import fr.palabre.analytics.count.Period;
import fr.palabre.analytics.series.Collector;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyticsTest
class ReportsTest {
  private static final Period TWO_WEEKS =
      Period.lasting(14, Weeks.FIRST.plusDays(Weeks.DAYS - 1));
  @Autowired Weeks weeks;
  @Autowired Brands brands;
  @Autowired Reports reports;
  @Autowired Bilans bilans;
  @Autowired CountingNetwork network;
  @Autowired Collector collector;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Member me;
  private UUID id;

  @BeforeEach
  void aReport() {
    var brand = weeks.lived();
    me = brands.member(brand, Role.COMMUNITY_MANAGER);
    id = in(() -> reports.begin(me, TWO_WEEKS));
  }

  @Test
  void aClosedReportKeepsItsFiguresWhateverTheNetworksSayLater() {
    in(() -> reports.close(me, report()));
    var then = frozen(1).content().bilan();
    somePostsGrow();
    assertThat(frozen(1).content().bilan()).isEqualTo(then);
    var live = in(() -> bilans.of(me.workspace(), TWO_WEEKS));
    assertThat(Revision.notable(then, live)).isTrue();
  }

  @Test
  void aSmallCorrectionIsNoRevision() {
    var live = in(() -> bilans.of(me.workspace(), TWO_WEEKS));
    assertThat(Revision.notable(live, live)).isFalse();
  }

  @Test
  void closingAgainMakesAVersionMoreAndKeepsTheFirst() {
    in(() -> reports.close(me, report()));
    somePostsGrow();
    in(() -> reports.reopen(me, report()));
    in(() -> reports.close(me, report()));
    assertThat(report().frozen()).isEqualTo(2);
    assertThat(frozen(2).content().bilan()).isNotEqualTo(frozen(1).content().bilan());
  }

  @Test
  void closingTwiceIsHarmless() {
    in(() -> reports.close(me, report()));
    in(() -> reports.close(me, report()));
    assertThat(report().frozen()).isEqualTo(1);
  }

  @Test
  void aFrozenReportThatWasTamperedWithIsNotShown() {
    in(() -> reports.close(me, report()));
    in(() -> jdbc.sql("""
            insert into analytics_report_version
                (workspace_id, report_id, number, frozen_at, frozen_by, hash, body)
            select workspace_id, report_id, 2, frozen_at, frozen_by, hash,
                   replace(body, '"words":""', '"words":"autre"')
              from analytics_report_version where report_id = :id
            """).param("id", id).update());
    assertThatThrownBy(() -> frozen(2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void twoPeopleDoNotOverwriteOneAnother() {
    assertThat(in(() -> reports.write(me, id, "un", 1))).hasValue(2);
    assertThat(in(() -> reports.write(me, id, "deux", 1))).isEmpty();
    assertThat(report().words()).isEqualTo("un");
  }

  @Test
  void aClosedReportIsNotWrittenOn() {
    in(() -> reports.close(me, report()));
    assertThat(in(() -> reports.write(me, id, "trop tard", 1))).isEmpty();
  }

  @Test
  void onePeriodHasOneReport() {
    assertThat(in(() -> reports.begin(me, TWO_WEEKS))).isEqualTo(id);
  }

  private void somePostsGrow() {
    for (int n = 0; n < Weeks.DAYS; n++)
      network.post(me.workspace().slug() + "-" + n, 200, 2, 1, 900, 700);
    clock.advance(Duration.ofMinutes(2));
    collector.collectNow(me.workspaceId());
    // What came after the period belongs to it no longer, but a post deleted since does.
    in(() -> jdbc.sql("update analytics_daily set value = value + 50 where metric = 'REACTIONS' "
        + "and day = :day").param("day", Weeks.FIRST.plusDays(13)).update());
  }

  private Report report() {
    return in(() -> reports.find(me.workspaceId(), id)).orElseThrow();
  }

  private Frozen frozen(int number) {
    return in(() -> reports.version(me.workspaceId(), id, number)).orElseThrow();
  }

  private <T> T in(Supplier<T> work) {
    return brands.within(me.workspace(), work);
  }

  private void in(Runnable work) {
    brands.within(me.workspace(), () -> {
      work.run();
      return true;
    });
  }
}
