package fr.palabre.identity.entry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a real port: what Tomcat and the proxies before it change is part of the rule. */
@PalabreTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "db-scheduler.enabled=false",
    "palabre.background=false",
    "palabre.data=target/test-data",
    "palabre.metrics-token=un-jeton-de-mesure",
    "springdoc.api-docs.enabled=false"})
class MachineDoorTest {
  @Autowired Brands brands;
  @LocalServerPort int port;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void healthIsForAnyone() throws Exception {
    assertThat(get("/actuator/health", "X-Forwarded-For", "203.0.113.7").statusCode())
        .isEqualTo(200);
  }

  @Test
  void metricsAreForThisMachine() throws Exception {
    assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreNotForWhomAProxySpeaks() throws Exception {
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7").statusCode())
        .isEqualTo(401);
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1").statusCode())
        .isEqualTo(401);
    assertThat(get("/actuator/prometheus", "Forwarded", "for=127.0.0.1").statusCode())
        .isEqualTo(401);
  }

  @Test
  void metricsAreForWhoeverHasTheirToken() throws Exception {
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7",
        "Authorization", "Bearer un-jeton-de-mesure").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7",
        "Authorization", "Bearer un-autre").statusCode()).isEqualTo(401);
  }

  @Test
  void nothingElseOfTheMachineIsShown() throws Exception {
    assertThat(get("/actuator").statusCode()).isEqualTo(401);
    assertThat(get("/actuator/env").statusCode()).isEqualTo(401);
  }

  @Test
  void anErrorPageIsDrawnWithoutARedirect() throws Exception {
    var page = get("/error");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("app-", "logo-");
  }

  @Test
  void aPageThatDoesNotExistIsDrawnForAMember() throws Exception {
    var me = brands.member(brands.brand(), Role.READER);
    var page = get("/" + me.workspace().slug() + "/rien",
        "Cookie", "palabre_session=" + brands.session(me.user()).getValue());
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("n’existe pas");
    assertThat(page.headers().firstValue("Content-Language")).hasValue("fr");
  }

  @Test
  void anUnknownAddressOfTheApiIsAProblem() throws Exception {
    var me = brands.member(brands.brand(), Role.READER);
    var answer = get("/api/v1/" + me.workspace().slug() + "/rien",
        "Authorization", brands.bearer(me));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void everyPageRefusesScriptsOfOthersAndFrames() throws Exception {
    var headers = get("/bienvenue").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void theSignInPageIsLightAndWithoutScript() throws Exception {
    brands.member(brands.brand(), Role.READER);
    var page = get("/connexion");
    assertThat(page.body()).doesNotContain("<script");
    var weight = 0;
    for (var address : addresses(page.body())) weight += weigh(address);
    assertThat(weight + weigh("/connexion")).isLessThanOrEqualTo(14 * 1024);
  }

  private List<String> addresses(String page) {
    return Pattern.compile("(?:href|src)=\"(/static/[^\"#]+)").matcher(page)
        .results().map(m -> m.group(1)).distinct().toList();
  }

  /** Bytes of the body as it travels. */
  private int weigh(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
        .header("Accept-Encoding", "gzip").build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) request.headers(headers);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
