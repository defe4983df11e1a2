package fr.palabre.analytics.web;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.palabre.analytics.AnalyticsTest;
import fr.palabre.analytics.Stories;
import fr.palabre.analytics.besttime.BestTimes;
import fr.palabre.analytics.besttime.BestTimes.Level;
import fr.palabre.analytics.besttime.HeldOut;
import fr.palabre.identity.Role;
import fr.palabre.platform.Ids;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on when they ask for the hours at which posts do better. */
@AnalyticsTest
class BestTimesApiTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Stories stories;

  @Test
  void anAccountWithTooFewPostsIsGivenNoHour() throws Exception {
    var brand = brands.brand();
    var account = stories.connect(brand, "compte");
    var api = ApiCalls.of(mvc, brands, brands.member(brand, Role.ANALYST));
    var told = json(api.get("/accounts/" + account.value() + "/best-times"));
    assertThat(told.get("level").asString()).isEqualTo("NOT_ENOUGH");
    assertThat(told.get("posts").asInt()).isZero();
    assertThat(told.get("windows").size()).isZero();
    assertThat(told.has("check")).isFalse();
    assertThat(api.get("/accounts/" + Ids.next() + "/best-times").getStatus()).isEqualTo(404);
  }

  @Test
  void anHourComesWithItsIntervalItsPostsAndItsTrial() {
    var sheet = BestTimesApi.Sheet.of(new BestTimes(148, Level.TREND,
        List.of(new BestTimes.Window(DayOfWeek.THURSDAY, 17, 0.08, 0.01, 0.16, 12)),
        new HeldOut(4, 3, 52, Math.log(1.12), Math.log(1.02), Math.log(1.22))));
    assertThat(sheet.windows()).containsExactly(
        new BestTimesApi.Window(DayOfWeek.THURSDAY, 17, 19, 0.08, 0.01, 0.16, 12));
    assertThat(sheet.check().gain()).isCloseTo(0.12, within(1e-9));
    assertThat(sheet.check().months()).isEqualTo(4);
  }
}
