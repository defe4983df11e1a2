package fr.palabre.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.palabre.delivery.FreezeScope;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;
import fr.palabre.publishing.preflight.Finding;
import fr.palabre.publishing.preflight.Finding.Kind;
import fr.palabre.publishing.preflight.PreflightRound;
import fr.palabre.testing.FakeNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in a post's way is found while there is time to act. */
class PreflightTest extends PublishingScene {
  private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-11-27T12:00");
  private static final Instant DUE = Instant.parse("2026-11-27T11:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  @Autowired PreflightRound preflight;
  private HttpServer site;

  @BeforeEach
  void aSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answers("/there", "GET", 200);
    answers("/shy", "GET", 200);
    site.start();
  }

  @AfterEach
  void closeIt() {
    site.stop(0);
  }

  // HEAD is refused everywhere here, as some servers do; what is not named is not found.
  private void answers(String path, String method, int status) {
    site.createContext(path, exchange -> {
      exchange.sendResponseHeaders(exchange.getRequestMethod().equals(method) ? status : 405, -1);
      exchange.close();
    });
  }

  @Test
  void nothingStandsInASoundPostsWay() {
    scheduled("Lisez " + link("/there"), FRIDAY);
    lookAt(MOMENT);
    assertThat(findings()).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsSaidAsSoonAsItIsPlanned() {
    scheduled("Lisez " + link("/perdu") + ", et " + link("/shy"), FRIDAY);
    lookAt(MOMENT);
    assertThat(findings()).containsExactly(new Finding(Kind.LINK, link("/perdu")));
  }

  @Test
  void aLostAccountIsFoundADayBeforeAndForgottenOnceConnectedAgain() {
    var lost = FakeNetwork.connect(accounts, brand, "perdu");
    approve(submit(write("Bonjour", lost), FRIDAY));
    lookAt(MOMENT);
    accounts.askToReconnect(brand.id(), lost, "401");
    lookAt(DUE.minus(DAY).minusSeconds(1));
    assertThat(findings()).isEmpty();
    lookAt(DUE.minus(DAY));
    assertThat(findings()).containsExactly(new Finding(Kind.DISCONNECTED, ""));
    FakeNetwork.connect(accounts, brand, "perdu");
    lookAt(DUE.minus(DAY));
    assertThat(findings()).isEmpty();
  }

  @Test
  void whatComesUpMeanwhileIsFoundAnHourBefore() {
    scheduled("Un", FRIDAY);
    lookAt(DUE.minus(DAY));
    network.rules = List.of(new QuotaRule("posts", 1, HOUR, Map.of(Spending.PUBLISH, 1)));
    scheduled("Deux", FRIDAY.minusMinutes(10));
    lookAt(DUE.minus(HOUR));
    assertThat(findings()).contains(new Finding(Kind.QUOTA, ""));
  }

  @Test
  void aPostThatIsMovedIsLookedOverAnew() {
    var content = scheduled("Lisez " + link("/perdu"), FRIDAY);
    lookAt(MOMENT);
    answers("/perdu", "GET", 200);
    in(() -> contents.plan(manager, content.id(), FRIDAY.plusDays(1)));
    lookAt(MOMENT);
    assertThat(findings()).isEmpty();
  }

  @Test
  void itIsSaidOnTheBoardAndInTheDayWithWhatToDo() throws Exception {
    scheduled("Lisez " + link("/perdu"), FRIDAY);
    lookAt(MOMENT);
    assertThat(page("publication")).contains("À vérifier avant le départ")
        .contains("Un lien ne répond pas", "Vérifier à nouveau");
    assertThat(page("journee")).contains("Un lien ne répond pas");
  }

  @Test
  void whatAlreadyWaitsForADecisionIsNotSaidTwice() throws Exception {
    var content = scheduled("Lisez " + link("/perdu"), FRIDAY);
    lookAt(MOMENT);
    in(() -> freezes.freeze(manager, new FreezeScope.Brand(), "Panne"));
    in(() -> publication.now(manager, post(content).id()));
    clock.set(MOMENT.plusSeconds(60));
    in(() -> freezes.thaw(manager, freezes.active(brand.id()).getFirst().id()));
    assertThat(page("publication")).contains("En retard")
        .doesNotContain("À vérifier avant le départ</h2>");
  }

  private static final Instant MOMENT = Instant.parse("2026-11-23T08:01:00Z");

  private void lookAt(Instant instant) {
    clock.set(instant);
    preflight.run();
  }

  private List<Finding> findings() {
    return in(() -> preflight.findings(brand.id(), 100)).values().stream()
        .flatMap(List::stream).toList();
  }

  private String link(String path) {
    return "http://127.0.0.1:" + site.getAddress().getPort() + path;
  }
}
