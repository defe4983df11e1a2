package fr.palabre.analytics;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.identity.Role;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on when they read figures and write in the journal. */
@PalabreTest
class JournalApiTest {
  private static final String FAIR =
      "{\"event\": \"Fête du pain\", \"remarks\": \"Deux fois plus de questions.\"}";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  private ApiCalls api;

  @BeforeEach
  void arrive() {
    api = ApiCalls.of(mvc, brands, brands.member(brands.brand(), Role.ANALYST));
  }

  @Test
  void twoProgramsDoNotOverwriteOneAnother() throws Exception {
    assertThat(api.get("/journal/2026-11-20").getStatus()).isEqualTo(404);
    assertThat(api.write(PUT, "/journal/2026-11-20", "\"0\"", FAIR).getStatus()).isEqualTo(200);
    assertThat(api.write(PUT, "/journal/2026-11-20", "\"0\"", FAIR).getStatus()).isEqualTo(412);
    var days = json(api.get("/journal?from=2026-11-20&to=2026-11-20")).get("items");
    assertThat(days.findValuesAsString("event")).containsExactly("Fête du pain");
  }

  @Test
  void aBrandWithoutAccountsHasFiguresThatSayWhyTheyAreMissing() throws Exception {
    var summary = json(api.get("/metrics/summary?from=2026-11-01&to=2026-11-20"));
    assertThat(summary.at("/now/followers/missing").asString()).isEqualTo("BEFORE_CONNECTION");
    assertThat(summary.at("/now/followers").has("value")).isFalse();
    assertThat(json(api.get("/metrics/posts")).get("items").size()).isZero();
    assertThat(json(api.get("/metrics/daily")).get("items").size()).isZero();
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() throws Exception {
    var refused = api.get("/metrics/summary?from=2026-11-20&to=2026-11-01");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("bad-period");
  }
}
