package fr.palabre.analytics;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.identity.Role;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on about saved reports. */
@AnalyticsTest
class ReportsApiTest {
  private static final String OCTOBER = "{\"from\": \"2026-10-01\", \"to\": \"2026-10-31\"}";
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  private ApiCalls api;

  @BeforeEach
  void arrive() {
    api = ApiCalls.of(mvc, brands, brands.member(brands.brand(), Role.ANALYST));
  }

  @Test
  void aPeriodHasOneReport() throws Exception {
    var first = api.post("/reports", OCTOBER);
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(ApiCalls.id(api.post("/reports", OCTOBER))).isEqualTo(ApiCalls.id(first));
    api.post("/reports", "{\"from\": \"2026-09-01\", \"to\": \"2026-09-30\"}");
    var page = json(api.get("/reports?limit=1"));
    assertThat(page.at("/items/0/from").asString()).isEqualTo("2026-09-01");
    var next = json(api.get("/reports?limit=1&cursor=" + page.get("next").asString()));
    assertThat(next.at("/items/0/from").asString()).isEqualTo("2026-10-01");
    assertThat(next.has("next")).isFalse();
  }

  @Test
  void twoProgramsDoNotWriteOverOneAnother() throws Exception {
    var path = begun();
    var etag = api.get(path).getHeader("ETag");
    var words = "{\"words\": \"Un bon mois.\"}";
    assertThat(api.write(PUT, path + "/words", etag, words).getStatus()).isEqualTo(200);
    assertThat(api.write(PUT, path + "/words", etag, words).getStatus()).isEqualTo(412);
    assertThat(json(api.get(path)).get("words").asString()).isEqualTo("Un bon mois.");
  }

  @Test
  void aClosedReportIsNeitherWrittenNorDeletedEvenOnceReopened() throws Exception {
    var path = begun();
    var closed = api.write(PUT, path + "/closure", api.get(path).getHeader("ETag"), "");
    assertThat(json(closed).get("frozenVersions").asInt()).isOne();
    var late = api.write(PUT, path + "/words", closed.getHeader("ETag"), "{\"words\": \"Non.\"}");
    assertThat(json(late).get("code").asString()).isEqualTo("report-closed");
    var open = api.write(DELETE, path + "/closure", closed.getHeader("ETag"), "");
    assertThat(json(open).has("closedAt")).isFalse();
    assertThat(api.write(DELETE, path, open.getHeader("ETag"), "").getStatus()).isEqualTo(409);
    assertThat(api.get(path + "/pdf?version=1").getStatus()).isEqualTo(200);
  }

  @Test
  void aReportThatWasNeverClosedIsDeleted() throws Exception {
    var path = begun();
    assertThat(api.write(DELETE, path, api.get(path).getHeader("ETag"), "").getStatus())
        .isEqualTo(204);
    assertThat(api.get(path).getStatus()).isEqualTo(404);
  }

  @Test
  void aReportIsFetchedAsPdfAndAsCsv() throws Exception {
    var path = begun();
    var pdf = api.get(path + "/pdf");
    assertThat(pdf.getContentType()).isEqualTo("application/pdf");
    assertThat(new String(pdf.getContentAsByteArray(), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    var csv = api.get(path + "/csv");
    assertThat(csv.getContentType()).startsWith("text/csv");
    assertThat(csv.getHeader("Content-Disposition")).contains("2026-10-01");
    assertThat(api.get(path + "/pdf?version=1").getStatus()).isEqualTo(404);
  }

  private String begun() throws Exception {
    return "/reports/" + ApiCalls.id(api.post("/reports", OCTOBER));
  }
}
