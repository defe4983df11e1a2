package fr.palabre.network.connector.mastodon;

import static fr.palabre.network.connector.mastodon.MastodonStandIn.body;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.decoded;
import static fr.palabre.network.connector.mastodon.MastodonStandIn.written;
import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.network.ConnectResult;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.ConnectsByOAuth.Authorization;
import fr.palabre.network.ConnectsByOAuth.Authorization.GoTo;
import fr.palabre.network.ConnectsByOAuth.Authorization.Impossible;
import fr.palabre.network.Limits;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.platform.http.OpenDoor;
import fr.palabre.testing.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The way to a server and back. */
class MastodonConnectionTest {
  private static final URI BACK = URI.create("http://localhost:8080/reseaux/retour");
  private static final String METADATA = "/.well-known/oauth-authorization-server";
  private static final String SMALL = "profile read:statuses read:notifications write:statuses"
      + " write:media write:favourites";
  private final MovableClock clock = new MovableClock();
  private final MastodonStandIn network = new MastodonStandIn(clock);
  private final MastodonConnector mastodon = new MastodonConnector(OpenDoor.toThisMachine(),
      (_, _, _, _, _) -> {}, (_, _) -> {}, _ -> true, clock);

  @Test
  void aPersonIsSentToTheirServerUnderANameRegisteredThere() {
    var way = parameters(begin());
    assertThat(way).containsEntry("response_type", "code")
        .containsEntry("client_id", "id-du-client-d-essai")
        .containsEntry("redirect_uri", BACK.toString())
        .containsEntry("scope", SMALL).containsEntry("state", "the-state")
        .containsEntry("force_login", "true");
    var registration = form(network.received("POST", "/api/v1/apps").getFirst().text());
    assertThat(registration).containsEntry("client_name", "Palabre")
        .containsEntry("redirect_uris", BACK.toString()).containsEntry("scopes", SMALL)
        .containsEntry("website", "http://localhost:8080/");
  }

  @Test
  void aServerThatOffersAProofOfReturnIsGivenOne() {
    var begun = begin();
    var way = parameters(begun);
    assertThat(way).containsEntry("code_challenge_method", "S256");
    mastodon.complete(begun.memory(), "the-code", BACK);
    var verifier = form(network.received("POST", "/oauth/token").getFirst().text())
        .get("code_verifier");
    assertThat(Proof.challenge(verifier)).isEqualTo(way.get("code_challenge"));
  }

  @Test
  void anOldServerIsAskedForNothingItDoesNotKnow() {
    network.next("GET", METADATA, written(404, "error-not-found"));
    var way = parameters(begin());
    assertThat(way).doesNotContainKey("code_challenge");
    assertThat(way.get("scope")).startsWith("read:accounts read:statuses");
  }

  @Test
  void aServerThatKnowsOnlyLargeScopesIsAskedForThose() {
    network.next("POST", "/api/v1/apps", written(422, "error-scopes-unknown"));
    assertThat(parameters(begin())).containsEntry("scope", "read write");
  }

  @Test
  void anApplicationIsRegisteredOnceAnHourAndAgainWhenItsServerForgotIt() {
    begin();
    var begun = begin();
    assertThat(network.received("POST", "/api/v1/apps")).hasSize(1);
    clock.advance(Duration.ofHours(1));
    begin();
    assertThat(network.received("POST", "/api/v1/apps")).hasSize(2);
    network.next("POST", "/oauth/token", written(401, "error-client"));
    assertThat(mastodon.complete(begun.memory(), "the-code", BACK))
        .isEqualTo(refused("code", "127.0.0.1"));
    begin();
    assertThat(network.received("POST", "/api/v1/apps")).hasSize(3);
  }

  @Test
  void theAccountIsConnectedUnderTheNameAllServersKnowItBy() {
    var account = (Connected) complete();
    assertThat(account.remoteId()).isEqualTo("fournil@mastodon.exemple");
    assertThat(account.handle()).isEqualTo("fournil@mastodon.exemple");
    assertThat(account.displayName()).isEqualTo("Le Fournil");
    assertThat(account.avatarUrl()).endsWith(".png");
    assertThat(account.missingScopes()).isEmpty();
    assertThat(account.credentials().reveal("token")).isEqualTo("good-token");
    assertThat(account.credentials().expiresAt()).isNull();
    assertThat(account.settings()).containsEntry("id", MastodonStandIn.BRAND)
        .containsEntry("server", network.wire.address().toString());
  }

  @Test
  void theServersOwnLimitsAreTheAccounts() {
    var limits = limits((Connected) complete());
    assertThat(limits.maxLength()).isEqualTo(1_000);
    assertThat(limits.images()).isEqualTo(new Limits.ImageRules(6, 10_485_760, 16_777_216L,
        List.of("image/jpeg", "image/png", "image/gif", "image/heic", "image/webp"), 1_500));
    assertThat(limits.length("Voyez https://www.exemple.test/une/tres/longue/adresse avec "
        + "@fanny@autre.exemple")).isEqualTo("Voyez ".length() + 23 + " avec @fanny".length());
  }

  @Test
  void aServerOfBeforeSaysItsLimitsInItsOwnWay() {
    network.next("GET", "/api/v2/instance", written(404, "error-not-found"));
    network.next("GET", "/api/v1/instance", written(200, "instance-v1"));
    var account = (Connected) complete();
    assertThat(account.handle()).isEqualTo("fournil@ancien.exemple");
    assertThat(limits(account).maxLength()).isEqualTo(500);
    assertThat(limits(account).images().mimeTypes()).containsExactly("image/jpeg", "image/png");
  }

  @Test
  void aServerThatSaysNothingOfItsLimitsHasTheUsualOnes() {
    network.next("GET", "/api/v2/instance", Response.json(200, "{\"domain\":\"petit.exemple\"}"));
    var limits = limits((Connected) complete());
    assertThat(limits.maxLength()).isEqualTo(500);
    assertThat(limits.images().maxCount()).isEqualTo(4);
  }

  @Test
  void whatWasNotGrantedIsSaid() {
    var token = (ObjectNode) body("token");
    token.put("access_token", "good-token").put("scope", "profile read write:statuses");
    network.next("POST", "/oauth/token", Response.json(200, token.toString()));
    assertThat(((Connected) mastodon.complete(begin().memory(), "the-code", BACK)).missingScopes())
        .containsExactly("write:media", "write:favourites");
  }

  @Test
  void aTokenThatEndsSaysWhen() {
    var token = (ObjectNode) body("token");
    token.put("access_token", "good-token").put("expires_in", 600);
    network.next("POST", "/oauth/token", Response.json(200, token.toString()));
    assertThat(((Connected) mastodon.complete(begin().memory(), "the-code", BACK))
        .credentials().expiresAt()).isEqualTo(clock.instant().plusSeconds(600));
  }

  @Test
  void aCodeThatIsSpentIsToldSo() {
    network.next("POST", "/oauth/token", written(400, "error-grant"));
    assertThat(mastodon.complete(begin().memory(), "the-code", BACK))
        .isEqualTo(refused("code", "127.0.0.1"));
  }

  @Test
  void aDisabledAccountIsNotConnected() {
    network.next("GET", "/api/v1/accounts/verify", written(403, "error-disabled"));
    assertThat(mastodon.complete(begin().memory(), "the-code", BACK))
        .isEqualTo(refused("server", "127.0.0.1", "Your login is currently disabled"));
  }

  @Test
  void anAddressThatIsNoSuchServerIsToldSo() {
    network.next("POST", "/api/v1/apps", new Response(404, Map.of(), "<html>".getBytes()));
    assertThat(beginOn(network.wire.address().toString()))
        .isEqualTo(impossible("server", "127.0.0.1", "HTTP 404"));
    network.next("POST", "/api/v1/apps", new Response(200, Map.of(), "<html>".getBytes()));
    assertThat(beginOn(network.wire.address().toString()))
        .isEqualTo(impossible("server", "127.0.0.1", "answer is not JSON"));
    network.next("POST", "/api/v1/apps", written(429, "error-throttled"));
    assertThat(beginOn(network.wire.address().toString()))
        .isEqualTo(impossible("throttled", "127.0.0.1"));
    network.wire.close();
    assertThat(beginOn(network.wire.address().toString()))
        .isEqualTo(impossible("unreachable", "127.0.0.1"));
    assertThat(beginOn("ceci n’est pas")).isEqualTo(impossible("address"));
  }

  @ParameterizedTest
  @CsvSource({
    "@fournil@inconnu.invalid, inconnu.invalid",
    "fournil@inconnu.invalid, inconnu.invalid",
    " inconnu.invalid/ , inconnu.invalid",
    "https://inconnu.invalid/@fournil, inconnu.invalid"
  })
  void aServerIsTakenAsPeopleWriteIt(String typed, String host) {
    assertThat(beginOn(typed)).isEqualTo(impossible("unreachable", host));
  }

  private Limits limits(Connected found) {
    return mastodon.limits(new ConnectedAccount(network.session().account().id(),
        network.session().account().workspace(), mastodon.id(), found.remoteId(), found.handle(),
        found.displayName(), null, found.settings(), ConnectedAccount.Standing.CONNECTED));
  }

  private ConnectResult complete() {
    return mastodon.complete(begin().memory(), "the-code", BACK);
  }

  private GoTo begin() {
    return (GoTo) beginOn(network.wire.address() + "/");
  }

  private Authorization beginOn(String server) {
    return mastodon.begin(Map.of("server", server), BACK, "the-state");
  }

  private Map<String, String> parameters(GoTo begun) {
    assertThat(begun.address().toString())
        .startsWith(network.wire.address() + "/oauth/authorize?");
    return form(begun.address().getRawQuery());
  }

  private static Map<String, String> form(String text) {
    var form = new TreeMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      form.put(decoded(parts[0]), decoded(parts[1]));
    }
    return form;
  }

  private static Impossible impossible(String reason, String... arguments) {
    return new Impossible("network.mastodon.refused." + reason, List.of(arguments));
  }

  private static ConnectResult.Refused refused(String reason, String... arguments) {
    return new ConnectResult.Refused("network.mastodon.refused." + reason, List.of(arguments));
  }
}
